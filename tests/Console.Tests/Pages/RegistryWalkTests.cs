using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Checks;
using SlrtBot.Core.Imports;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>
/// A morning at review and analysis: a list comes from the social service, is looked at, mended, stored; somebody who complained is
/// looked for in it, is doubtful, is decided about, and the analysis begins with that.
/// </summary>
[Collection(ConsoleTests.Name)]
public sealed class RegistryWalkTests(ConsoleSite site)
{
    private const string Name = "Juariah Kartaatmadja";

    [Fact]
    public async Task From_a_file_to_the_analysis()
    {
        var analyst = await site.SignedInAsync(Role.Analyst);
        var complaint = await site.ReviewAsync(await site.LodgeAsync(name: Name, village: "32.04.44.2002"));

        // She uploads what she was sent, with titles above the headings and a number that Excel has shortened.
        var page = await UploadAsync(analyst, Encoding.UTF8.GetBytes(
            $"DAFTAR PENERIMA TAHAP 4\r\n\r\nNo;Nik KTP;Nama Penerima;NM KEL;NM KEC;Desil\r\n1;3204375203741234;JUARIAH KARTAATMAJA;Ciluncat;Cangkuang;2\r\n2;3,20437E+15;{Name};Ciluncat;Cangkuang;1\r\n"));
        Assert.Equal("daftar.csv", page.Text("main h1"));
        Assert.Contains("••••1234", page.Text("#run table"), StringComparison.Ordinal);
        Assert.DoesNotContain("3204375203741234", page.Body, StringComparison.Ordinal);
        Assert.Equal("1", page.One("#column-nik option[selected]").GetAttribute("value"));

        // She forgets the day, is told, and says it.
        page = await analyst.SubmitAsync(page, "form[action*=Check]", fields: [("Source", "bnba"), ("AsOf", "")]);
        Assert.Equal(422, page.Status);
        Assert.NotEmpty(page.Text("#AsOf_error"));
        page = await Followed(analyst, await analyst.SubmitAsync(page, "form[action*=Check]", fields: [("Source", "bnba"), ("AsOf", $"{site.Clock.UtcNow:yyyy-MM-dd}")]));
        Assert.Equal("Sedang diperiksa", page.Text("#state strong"));

        page = await WorkedAsync(analyst, page);
        Assert.Equal("Sudah diperiksa", page.Text("#state strong"));
        Assert.Contains("dipendekkan oleh Excel", page.Text("#wrong"), StringComparison.Ordinal);
        var wrong = await analyst.SubmitAsync(page, "form[action*=Wrong]");
        Assert.Contains($"2;3,20437E+15;{Name};Ciluncat;Cangkuang;1;", wrong.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("JUARIAH KARTAATMAJA", wrong.Body, StringComparison.Ordinal);

        page = await WorkedAsync(analyst, await Followed(analyst, await analyst.SubmitAsync(page, "form[action*=Store]")));
        Assert.Equal("Tersimpan", page.Text("#state strong"));
        Assert.Contains("BNBA", (await analyst.GetAsync("/registry")).Text("main table"), StringComparison.Ordinal);

        // The person who complained has no number: somebody of nearly her name is in the list.
        page = await analyst.GetAsync($"/complaints/{complaint.Reference}/check");
        Assert.DoesNotContain("JUARIAH", page.Body, StringComparison.Ordinal);
        page = await analyst.SubmitAsync(page, "main form:last-of-type");
        Assert.Equal("Perlu diputuskan", page.Text("#outcome strong"));
        var pair = page.One("[id^=pair-]");
        Assert.Contains("JUARIAH KARTAATMAJA", pair.TextContent, StringComparison.Ordinal);
        Assert.Contains("mirip", pair.TextContent, StringComparison.Ordinal);

        page = await analyst.SubmitAsync(page, "[id^=pair-] form", fields: [("Verdict", "same"), ("Reason", "KTP dilihat di loket")]);
        Assert.Equal("Terdaftar", page.Text("#outcome strong"));
        Assert.Contains("KTP dilihat di loket", page.Text("[id^=pair-]"), StringComparison.Ordinal);

        // What was found is there when she writes down the needs, unless that was written before.
        Assert.Equal("Terdaftar", (await analyst.GetAsync($"/complaints/{complaint.Reference}/analysis")).Text("#check strong"));
        var acts = await site.ReadAsync(db => db.AuditActs.Where(a => a.SubjectId == complaint.Id && a.Verb.StartsWith("registry.")).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync());
        Assert.Equal(["registry.checked", "registry.pair_decided", "registry.checked"], acts);
    }

    [Fact]
    public async Task A_new_list_names_somebody_and_she_is_told_or_not()
    {
        var analyst = await site.SignedInAsync(Role.Analyst);
        var complaint = await site.ReviewAsync(await site.LodgeAsync(name: "Nyimas Gandasari Purwakanti", village: "32.04.44.2002"));
        await StoredAsync(analyst, "3204375203745551", "Nana Tarana");
        var check = $"/complaints/{complaint.Reference}/check";
        Assert.Equal("Tidak terdaftar", (await analyst.SubmitAsync(await analyst.GetAsync(check), "main form:last-of-type")).Text("#outcome strong"));
        Assert.Empty((await analyst.GetAsync(check)).Document.QuerySelectorAll("#change"));

        // The next list has somebody of her name: who that is has to be said first.
        await StoredAsync(analyst, "3204375203745552", "NYIMAS GANDASARI PURWAKANTI");
        await site.Services.GetRequiredService<RecheckJob>().RunAsync(CancellationToken.None);
        var list = await analyst.GetAsync("/registry/changes");
        Assert.Contains(complaint.Reference, list.Text("main table"), StringComparison.Ordinal);
        Assert.Contains("Tidak terdaftar → Perlu diputuskan", list.Text("main table"), StringComparison.Ordinal);
        Assert.NotEmpty((await analyst.GetAsync("/registry")).Document.QuerySelectorAll("a[href='/registry/changes']"));
        var page = await analyst.GetAsync(check);
        Assert.Equal("", page.One("#Text").TextContent.Trim());
        Assert.Contains("putuskan dulu", page.Text("#change"), StringComparison.Ordinal);

        page = await analyst.SubmitAsync(page, "main > div > form");
        await analyst.SubmitAsync(page, "[id^=pair-] form", fields: [("Verdict", "same"), ("Reason", "KTP dilihat")]);
        page = await analyst.GetAsync(check);
        var draft = page.One("#Text").TextContent.Trim();
        Assert.StartsWith("Data terbaru (per ", draft, StringComparison.Ordinal);
        Assert.Contains("sudah mencantumkan nama Anda", draft, StringComparison.Ordinal);
        Assert.Contains("Terdaftar", page.Text("#change"), StringComparison.Ordinal);

        // Nothing typed, she is told; then it goes, and the page has no more of it.
        Assert.Equal(422, (await analyst.SubmitAsync(page, "#tell", fields: [("Text", "")])).Status);
        page = await Followed(analyst, await analyst.SubmitAsync(page, "#tell", fields: [("Text", $"{draft} Salam.")]));
        Assert.Contains("Warga dikabari", page.Text("main"), StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("#change"));
        Assert.Contains("Salam.", (await analyst.GetAsync($"/complaints/{complaint.Reference}")).Text("#thread"), StringComparison.Ordinal);
        Assert.DoesNotContain(complaint.Reference, (await analyst.GetAsync("/registry/changes")).Text("main"), StringComparison.Ordinal);

        var facilitator = await site.SignedInAsync(Role.Facilitator, "32.04.44.2002");
        Assert.Equal(403, (await facilitator.GetAsync("/registry/changes")).Status);
    }

    [Fact]
    public async Task Whoever_brings_an_older_list_is_told_that_a_newer_one_is_asked()
    {
        var analyst = await site.SignedInAsync(Role.Analyst);
        foreach (var (name, days, isOlder) in new[] { ("Neneng", 0, false), ("Nining", 20, true) })
        {
            var page = await UploadAsync(analyst, Encoding.UTF8.GetBytes($"NIK;Nama;Desa;Kecamatan\r\n3204375203745678;{name};Ciluncat;Cangkuang\r\n"));
            page = await Followed(analyst, await analyst.SubmitAsync(page, "form[action*=Check]", fields: [("Source", "p3ke"), ("AsOf", $"{site.Clock.UtcNow.AddDays(-days):yyyy-MM-dd}")]));
            page = await WorkedAsync(analyst, page);
            Assert.Equal(isOlder, page.Document.QuerySelector("#newer") is not null);
            await analyst.SubmitAsync(page, "form[action*=Store]");
            Assert.Equal(isOlder, (await WorkedAsync(analyst, page)).Document.QuerySelector("#newer") is not null);
        }
    }

    [Fact]
    public async Task Who_only_looks_people_up_is_offered_no_upload()
    {
        var facilitator = await site.SignedInAsync(Role.Facilitator, "32.04.44.2002");
        var page = await facilitator.GetAsync("/registry");
        Assert.Empty(page.Document.QuerySelectorAll("a[href='/registry/import']"));
        Assert.Equal(403, (await facilitator.GetAsync("/registry/import")).Status);
    }

    [Fact]
    public async Task A_file_without_the_forms_token_is_refused_before_it_is_read()
    {
        var analyst = await site.SignedInAsync(Role.Analyst);
        using var form = new MultipartFormDataContent { { new StringContent("32.04"), "Regency" }, { new ByteArrayContent(TestLists.Csv()), "File", "daftar.csv" } };
        using var answer = await analyst.Http.PostAsync(new Uri("/registry/import", UriKind.Relative), form);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task StoredAsync(Browser analyst, string nik, string name)
    {
        var page = await UploadAsync(analyst, Encoding.UTF8.GetBytes($"NIK;Nama;Desa;Kecamatan\r\n{nik};{name};Ciluncat;Cangkuang\r\n"));
        page = await Followed(analyst, await analyst.SubmitAsync(page, "form[action*=Check]", fields: [("Source", "other"), ("AsOf", $"{site.Clock.UtcNow:yyyy-MM-dd}")]));
        page = await WorkedAsync(analyst, page);
        await WorkedAsync(analyst, await Followed(analyst, await analyst.SubmitAsync(page, "form[action*=Store]")));
    }

    private static async Task<Answer> UploadAsync(Browser browser, byte[] file)
    {
        var page = await browser.GetAsync("/registry/import");
        string Value(string name) => page.One($"main form [name={name}]").GetAttribute("value")!;
        using var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Value("csrf")), "csrf" }, { new StringContent(Value("Regency")), "Regency" }, { content, "File", "daftar.csv" },
        };
        using var answer = await browser.Http.PostAsync(new Uri("/registry/import", UriKind.Relative), form);
        return await browser.GetAsync(answer.Headers.Location!.OriginalString);
    }

    private static async Task<Answer> Followed(Browser browser, Answer answer)
    {
        Assert.Equal(303, answer.Status);
        return await browser.GetAsync(answer.Location!);
    }

    private async Task<Answer> WorkedAsync(Browser browser, Answer page)
    {
        await site.Services.GetRequiredService<RunImportsJob>().RunAsync(CancellationToken.None);
        return await browser.GetAsync(page.Path);
    }
}
