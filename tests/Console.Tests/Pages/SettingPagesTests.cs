using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>What an office settles by itself, as whoever settles it sees it. The site is shared: each test takes values of its own, and gives them back.</summary>
[Collection(ConsoleTests.Name)]
public sealed class SettingPagesTests(ConsoleSite site)
{
    [Fact]
    public async Task A_value_is_changed_where_it_stands_with_its_reason_in_the_log_and_is_taken_back()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Administrator);
        var before = await browser.GetAsync("/settings/office");

        // Act
        var saved = await browser.SubmitAsync(before, "#office-address form", fields: [("Value", "Jl. Raya Soreang 1"), ("Reason", "Pindah gedung")]);
        var after = await browser.GetAsync("/settings/office");
        var again = await browser.SubmitAsync(before, "#office-address form", fields: [("Value", "Jl. Lama"), ("Reason", "Salah ketik")]);
        await browser.SubmitAsync(after, "#office-address form", fields: [("Reason", "Batal pindah"), ("back", "true")]);
        var back = await browser.GetAsync("/settings/office");

        // Assert
        Assert.All([before, after, again, back], AssertHtml.IsSound);
        Assert.Equal((303, 409), (saved.Status, again.Status));
        Assert.Contains("Jl. Raya Soreang 1", after.Text("#office-address summary"), StringComparison.Ordinal);
        Assert.Contains("Bawaan: tidak dipakai", after.Text("#office-address"), StringComparison.Ordinal);
        Assert.Contains("Jl. Raya Soreang 1", after.Texts("#log li")[0], StringComparison.Ordinal);
        Assert.Contains("Pindah gedung", after.Texts("#log li")[0], StringComparison.Ordinal);
        // Who was slower reads why, and finds the own words again.
        Assert.Equal("Jl. Lama", again.One("#office-address [name=Value]").GetAttribute("value"));
        Assert.Contains("Salah ketik", again.Text("#office-address textarea"), StringComparison.Ordinal);
        Assert.DoesNotContain("Jl. Lama", again.One("#office-name [name=Value]").GetAttribute("value")!, StringComparison.Ordinal);
        Assert.Contains("tidak dipakai", back.Text("#office-address summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_of_one_area_are_written_as_people_write_them_and_stand_beside_those_of_all()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var page = await browser.GetAsync("/settings/hours");

        // Act
        var unread = await browser.SubmitAsync(page, "form:has(select[name=Area])", fields: [("Area", "32.04.05"), ("Value", "pagi sampai sore"), ("Reason", "Jadwal kecamatan")]);
        var saved = await browser.SubmitAsync(page, "form:has(select[name=Area])", fields: [("Area", "32.04.05"), ("Value", "Senin-Kamis 7.30-14.00; Jum'at 7.30-11.00"), ("Reason", "Jadwal kecamatan")]);
        var after = await browser.GetAsync("/settings/hours");
        await browser.SubmitAsync(after, "#office_hours-32-04-05 form", fields: [("Reason", "Selesai"), ("back", "true")]);

        // Assert
        AssertHtml.IsSound(after);
        Assert.Equal((422, 303), (unread.Status, saved.Status));
        Assert.Contains("tidak terbaca", unread.Text("form:has(select[name=Area])"), StringComparison.Ordinal);
        Assert.Contains("Senin-Kamis 07.30-14.00; Jumat 07.30-11.00", after.Text("#office_hours-32-04-05"), StringComparison.Ordinal);
        Assert.Contains("08.00-15.00", after.Text("#office_hours"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_off_of_a_year_are_compared_with_the_decree_and_a_local_one_is_added()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Administrator);
        var page = await browser.GetAsync("/settings/days_off?year=2027");
        var added = await browser.SubmitAsync(page, "form[action*=Day]", fields: [("Day", "2027-04-20"), ("Value", "Hari jadi kabupaten"), ("Kind", "local"), ("Area", "32.04"), ("Reason", "SK Bupati")]);

        // Act
        var confirmed = await browser.SubmitAsync(page, "form:has(#decree_reason)", fields: [("Reason", "SKB 3 Menteri 2027")]);
        var after = await browser.GetAsync("/settings/days_off?year=2027");
        var index = await browser.GetAsync("/settings");
        await browser.SubmitAsync(after, "#day-day_off-2027-04-20-32-04 form", fields: [("Reason", "Batal"), ("back", "true")]);
        var gone = await browser.GetAsync("/settings/days_off?year=2027");

        // Assert
        Assert.All([page, after, index, gone], AssertHtml.IsSound);
        Assert.Equal((303, 303), (added.Status, confirmed.Status));
        Assert.Contains("2027 belum dicocokkan", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("belum dicocokkan", after.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Hari jadi kabupaten libur daerah", after.Text("#day-day_off-2027-04-20-32-04"), StringComparison.Ordinal);
        Assert.DoesNotContain("2027 belum", index.Text("main"), StringComparison.Ordinal);
        Assert.Contains("SKB 3 Menteri 2027", index.Text("#log"), StringComparison.Ordinal);
        Assert.Null(gone.Document.QuerySelector("#day-day_off-2027-04-20-32-04"));
    }

    [Fact]
    public async Task The_limit_of_a_stage_is_settled_beside_what_is_promised_and_the_day_of_a_step_is_read_where_it_is_worked_on()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Administrator);
        var before = await browser.GetAsync("/settings/limits");

        // Act
        var saved = await browser.SubmitAsync(before, "#stage-received form", fields: [("Value", "2"), ("Reason", "SK Kepala Dinas")]);
        var complaint = await site.LodgeAsync();
        var after = await browser.GetAsync("/settings/limits");
        var wrong = await browser.SubmitAsync(after, "#stage-received form", fields: [("Value", "0"), ("Reason", "Salah")]);
        await browser.SubmitAsync(after, "#stage-received form", fields: [("Reason", "Selesai"), ("back", "true")]);
        var sheet = await (await site.SignedInAsync(Role.Frontoffice)).GetAsync($"/complaints/{complaint.Reference}");
        var task = await site.ReadAsync(db => db.WorkTasks.SingleAsync(t => t.Id == complaint.Id));

        // Assert
        Assert.All([before, after, sheet], AssertHtml.IsSound);
        Assert.Equal((303, 422), (saved.Status, wrong.Status));
        Assert.Equal((2, true), (task.LimitDays, task.DueOn < complaint.PromiseOn));
        Assert.Contains("berlaku untuk tahap yang dimulai sesudah perubahan", before.Text("main"), StringComparison.Ordinal);
        Assert.Contains("2 hari kerja", after.Text("#stage-received summary"), StringComparison.Ordinal);
        Assert.Contains("Bawaan: 1 hari kerja", after.Text("#stage-received"), StringComparison.Ordinal);
        Assert.Contains("Tahap: ", after.Texts("#log li")[0], StringComparison.Ordinal);
        Assert.Contains($"Terima laporan: paling lambat {site.Services.GetRequiredService<PhraseBook>().Date("id", task.DueOn)}", sheet.Text("#step"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_category_is_renamed_and_its_terms_are_settled_where_all_of_them_are_listed()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Administrator);
        var complaint = await site.LodgeAsync("N2");
        var list = await browser.GetAsync("/settings/categories");
        var page = await browser.GetAsync("/settings/categories?of=N2");

        // Act
        var saved = await browser.SubmitAsync(page, "#phrase-id-category-n2 form", fields: [("Value", "Sekolah anak"), ("Reason", "Sebutan dinas")]);
        await browser.SubmitAsync(page, "#category-n2-offered form", fields: [("Value", "no"), ("Reason", "Ditangani dinas lain")]);
        await browser.SubmitAsync(page, "#category-n2-identity form", fields: [("Value", "yes"), ("Reason", "Perlu dipadankan")]);
        var after = await browser.GetAsync("/settings/categories?of=N2");
        var changed = await browser.GetAsync("/settings/categories");
        var sheet = await (await site.SignedInAsync(Role.Frontoffice)).GetAsync($"/complaints/{complaint.Reference}");
        foreach (var (form, value) in new[] { ("#phrase-id-category-n2", ""), ("#category-n2-offered", "no"), ("#category-n2-identity", "yes") })
        {
            await browser.SubmitAsync(after, $"{form} form", fields: [("Value", value), ("Reason", "Selesai"), ("back", "true")]);
        }

        var back = await browser.GetAsync("/settings/categories");

        // Assert
        Assert.All([list, page, after, changed, back], AssertHtml.IsSound);
        Assert.Equal((303, "/settings/categories?of=N2"), (saved.Status, saved.Location));
        Assert.Contains("N2 · Biaya sekolah / ijazah", list.Text("#category-N2"), StringComparison.Ordinal);
        Assert.Contains("Sekolah anak", sheet.Text("h1"), StringComparison.Ordinal);
        Assert.Contains("Bawaan: Biaya sekolah / ijazah", after.Text("#phrase-id-category-n2"), StringComparison.Ordinal);
        Assert.Equal("no", after.One("#category-n2-offered option[selected]").GetAttribute("value"));
        Assert.Contains("N2 · Sekolah anak", changed.Text("#category-N2"), StringComparison.Ordinal);
        Assert.Contains("NIK ditanyakan", changed.Text("#category-N2"), StringComparison.Ordinal);
        Assert.Contains("Tidak di obrolan", changed.Text("#category-N2"), StringComparison.Ordinal);
        Assert.Equal(list.Text("#category-N2"), back.Text("#category-N2"));
        Assert.Contains("N2 · Ditawarkan di obrolan", changed.Text("#log"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_way_out_that_residents_need_is_not_switched_off_and_nothing_typed_is_lost()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Administrator);
        var page = await browser.GetAsync("/settings/categories?of=N10");

        // Act
        var refused = await browser.SubmitAsync(page, "#category-n10-offered form", fields: [("Value", "no"), ("Reason", "Terlalu umum")]);
        var taken = await browser.SubmitAsync(page, "#phrase-id-category-n10 form", fields: [("Value", "Bencana"), ("Reason", "Singkat")]);

        // Assert
        Assert.Equal((422, 422), (refused.Status, taken.Status));
        Assert.Contains("harus tetap punya jalan", refused.Text("#category-n10-offered"), StringComparison.Ordinal);
        Assert.Contains("Terlalu umum", refused.Text("#category-n10-offered textarea"), StringComparison.Ordinal);
        Assert.Equal("no", refused.One("#category-n10-offered option[selected]").GetAttribute("value"));
        Assert.Contains("sudah bernama seperti itu", taken.Text("#phrase-id-category-n10"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/settings/categories?of=zzz")]
    [InlineData("/settings/limits?of=P1")]
    public async Task A_category_that_is_none_is_not_found(string address) =>
        Assert.Equal(404, (await (await site.SignedInAsync(Role.Administrator)).GetAsync(address)).Status);

    [Theory]
    [InlineData("zzz")]
    [InlineData("999")]
    public async Task A_group_that_is_none_is_not_found(string group) =>
        Assert.Equal(404, (await (await site.SignedInAsync(Role.Administrator)).GetAsync($"/settings/{group}")).Status);
}
