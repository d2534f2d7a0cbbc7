using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Files;
using SlrtBot.Core.Meetings;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>
/// A village meets: what waits comes on an agenda, which is printed; three families are decided about while people sit around the table;
/// the minutes are printed, signed, and come back as a photo. Only then does anything happen to the proposals.
/// </summary>
[Collection(ConsoleTests.Name)]
public sealed class MeetingWalkTests(ConsoleSite site)
{
    /// <summary>Nobody else's proposals wait there.</summary>
    private const string Village = "32.04.44.2003";

    [Fact]
    public async Task From_what_waits_to_proposals_that_stand_as_decided()
    {
        var (added, refused, deferred) = (
            await ProposeAsync("Entin Suryatin"), await ProposeAsync("Wawan Hermawan", ProposalKind.Correct), await ProposeAsync("Oyoh Rokayah", ProposalKind.Remove));
        var coordinator = await site.SignedInAsync(Role.Coordinator, Village);

        // She reads how many wait, and until when, and says when the village meets.
        var page = await coordinator.GetAsync("/meetings");
        Assert.Contains("3 usulan menunggu musyawarah", page.Text("#waiting"), StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("nav.rail a[href='/meetings'][aria-current=page]"));
        page = await coordinator.GetAsync(page.One("#waiting a[href*='form=meeting']").GetAttribute("href")!);
        var empty = await coordinator.SubmitAsync(page, "main form", fields: [("Place", "")]);
        Assert.Equal(422, empty.Status);
        Assert.NotEmpty(empty.Text("#Place_error"));
        page = await FollowedAsync(coordinator, await coordinator.SubmitAsync(page, "main form", fields: [("Place", "Balai Desa")]));
        var address = page.Path;
        Assert.Contains("0 dari 3 keluarga", page.Text("#agenda"), StringComparison.Ordinal);
        AssertHtml.IsSound(page);

        // The agenda for the table: no complaint, no reason, no number whole.
        var agenda = await coordinator.GetAsync($"{address}/agenda");
        Assert.Contains("Entin Suryatin", agenda.Text("article"), StringComparison.Ordinal);
        Assert.Contains("Perbaiki: Nama", agenda.Text("article"), StringComparison.Ordinal);
        Assert.Contains("Keluarkan: Meninggal", agenda.Text("article"), StringComparison.Ordinal);
        await AssertKeepsBackAsync(agenda, added);

        // Who is invited, and who came.
        foreach (var name in new[] { "Pak Ujang", "Bu Nining", "Pak Dede" })
        {
            page = await FollowedAsync(coordinator, await coordinator.SubmitAsync(page, "form[action*=Invite]", fields: [("Name", name), ("Role", "neighbourhood")]));
        }

        var attendance = await coordinator.GetAsync($"{address}/attendance");
        Assert.Contains("Bu Nining", attendance.Text("article"), StringComparison.Ordinal);
        Assert.DoesNotContain("Entin", attendance.Text("article"), StringComparison.Ordinal);
        var there = page.Document.QuerySelectorAll("#presence input[name=Present]").Take(2).Select(i => ("Present", i.GetAttribute("value")!)).ToArray();
        var listed = page.Document.QuerySelectorAll("#presence input[name=Listed]").Select(i => ("Listed", i.GetAttribute("value")!));
        page = await FollowedAsync(coordinator, await coordinator.PostAsync($"{address}?handler=Presence", false, [("csrf", Token(page)), .. listed, .. there]));
        Assert.Contains("2 dari 3 undangan", page.Text("#quorum"), StringComparison.Ordinal);

        // Family by family; what is not said yet is opened first.
        page = await DecideAsync(coordinator, page, ("Decision", "agree"));
        page = await DecideAsync(coordinator, page, ("Decision", "refuse"), ("Reason", "not_resident"), ("Words", "Sudah pindah ke Garut."));
        var early = await coordinator.SubmitAsync(page, "form[action*=Close]");
        Assert.Equal(422, early.Status);
        Assert.Contains("1 keluarga belum diputuskan", early.Text("[data-errors]"), StringComparison.Ordinal);
        var form = await coordinator.GetAsync(address);
        page = await DecideAsync(coordinator, form, ("Decision", "defer"));
        Assert.Empty(page.Document.QuerySelectorAll("#missing"));
        Assert.Equal(303, (await coordinator.SubmitAsync(page, "form[action*=Close]")).Status);

        // Whoever comes second keeps what they typed.
        var late = await coordinator.SubmitAsync(form, "details[open] form[action*=Decide]", fields: [("Decision", "refuse"), ("Reason", "other"), ("Words", "Terlambat saya tulis.")]);
        Assert.Equal(409, late.Status);
        Assert.Equal("Terlambat saya tulis.", late.Text("#unsent"));
        Assert.Equal([ProposalStatus.OnAgenda, ProposalStatus.OnAgenda, ProposalStatus.OnAgenda], await StatusesAsync(added, refused, deferred));

        // The minutes hold what the paper of Kota Bandung holds.
        var minutes = await coordinator.GetAsync($"{address}/minutes");
        Assert.Equal(["No", "NIK", "Nama", "Alamat", "Usulan", "Keputusan/Keterangan"], minutes.Texts("article th"));
        Assert.Contains(await NumberOfAsync(added), minutes.Text("article"), StringComparison.Ordinal);
        Assert.Contains("Tidak disepakati: Bukan warga sini", minutes.Text("article"), StringComparison.Ordinal);
        Assert.Contains("Sudah pindah ke Garut.", minutes.Text("article"), StringComparison.Ordinal);
        Assert.Contains("Siti Conto", minutes.Text("article"), StringComparison.Ordinal);
        Assert.Equal(["1", "0", "0", "1", "1"], minutes.Texts("#sums dd"));
        Assert.Equal(2, minutes.Document.QuerySelectorAll(".letter-sign").Length);
        Assert.DoesNotContain("Suaminya sakit keras", minutes.Body, StringComparison.Ordinal);
        AssertHtml.IsSound(minutes);

        // It comes back signed, and only now it counts.
        page = await coordinator.GetAsync(address);
        var attached = await coordinator.PostFileAsync(
            $"{address}?handler=Attach", [("csrf", Token(page)), ("Version", page.One("#attach [name=Version]").GetAttribute("value")!), ("Number", "141/07/BA/2026")], ("Minutes", SamplePictures.PhoneJpeg()));
        page = await FollowedAsync(coordinator, attached);
        Assert.Contains("141/07/BA/2026", page.Text("#signed"), StringComparison.Ordinal);
        Assert.Equal([ProposalStatus.Agreed, ProposalStatus.Refused, ProposalStatus.Collected], await StatusesAsync(added, refused, deferred));
        var file = await site.ReadAsync(db => db.VillageMeetings.Where(m => m.VillageCode == Village && m.Status == MeetingStatus.Signed).Select(m => m.MinutesId!.Value).SingleAsync());
        Assert.DoesNotContain(SamplePictures.Secret, System.Text.Encoding.Latin1.GetString((await site.Services.GetRequiredService<FileStore>().ReadAsync(file, default))!), StringComparison.Ordinal);
        Assert.Equal(200, (await coordinator.GetAsync($"{address}/signed")).Status);
        Assert.Equal(404, (await coordinator.GetAsync($"/files/{file}")).Status);
        var stranger = await site.SignedInAsync(Role.Coordinator, TestData.OtherVillage);
        Assert.All([address, $"{address}/minutes", $"{address}/signed"], path => Assert.Equal(404, stranger.GetAsync(path).Result.Status));
        Assert.Contains("1 usulan menunggu musyawarah", (await coordinator.GetAsync("/meetings")).Text("#waiting"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_speaks_of_what_is_delicate_and_is_there_for_who_may_see_it()
    {
        const string there = "32.04.44.2004";
        var (ordinary, delicate) = (await ProposeAsync("Cucu Cahyati", village: there), await ProposeAsync("Iis Ismayati", village: there, category: "N8"));
        var (sees, reads) = (await site.SignedInAsync(await site.StaffAsync(Role.Coordinator, there, true)), await site.SignedInAsync(await site.StaffAsync(Role.Facilitator, there)));

        // She reads that one goes by a statement alone; he does not.
        var page = await sees.GetAsync("/meetings");
        Assert.Contains("1 usulan peka", page.Text("#waiting"), StringComparison.Ordinal);
        Assert.DoesNotContain("peka", (await reads.GetAsync("/meetings")).Text("#waiting"), StringComparison.Ordinal);
        page = await sees.GetAsync($"/meetings/plan?village={there}&form=statement");
        Assert.Contains("Iis Ismayati", page.Text("#choices"), StringComparison.Ordinal);
        Assert.DoesNotContain("Iis Ismayati", (await reads.GetAsync($"/meetings/plan?village={there}&form=statement")).Body, StringComparison.Ordinal);

        page = await FollowedAsync(sees, await sees.SubmitAsync(page, "main form", fields: [("Proposals", $"{delicate.Id}")]));
        Assert.Null(page.Document.QuerySelector("#guests"));
        Assert.Equal(404, (await reads.GetAsync(page.Path)).Status);
        page = await DecideAsync(sees, page, ("Decision", "agree"));
        page = await FollowedAsync(sees, await sees.SubmitAsync(page, "form[action*=Close]"));
        Assert.EndsWith((await sees.GetAsync($"{page.Path}/minutes")).Location!, page.Path, StringComparison.Ordinal);
        var paper = await sees.GetAsync($"{page.Path}/statement");
        Assert.Contains("Surat Pernyataan Tanggung Jawab Mutlak", paper.Text("article h1"), StringComparison.Ordinal);
        Assert.Contains(await NumberOfAsync(delicate), paper.Text("article"), StringComparison.Ordinal);
        Assert.DoesNotContain("Cucu Cahyati", paper.Body, StringComparison.Ordinal);
        Assert.Equal(ProposalStatus.Collected, (await StatusesAsync(ordinary))[0]);
    }

    private static string Token(Answer page) => page.One("input[name=csrf]").GetAttribute("value")!;

    private static async Task<Answer> FollowedAsync(Browser browser, Answer answer)
    {
        Assert.True(answer.Status == 303, answer.Body);
        return await browser.GetAsync(answer.Location!.Split('#')[0]);
    }

    /// <summary>About the family that is open.</summary>
    private static async Task<Answer> DecideAsync(Browser browser, Answer page, params (string, string)[] fields) =>
        await FollowedAsync(browser, await browser.SubmitAsync(page, "details[open] form[action*=Decide]", fields: fields));

    private async Task<Proposal> ProposeAsync(string name, ProposalKind kind = ProposalKind.Add, string village = Village, string category = "P1")
    {
        var complaint = await site.LodgeAsync(category, name: name, village: village);
        var now = await site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == complaint.Id));
        var proposal = TestMeetings.Collected(site.Services.GetRequiredService<FieldCipher>(), now, site.Clock.UtcNow, kind, name);
        await site.AddAsync(proposal);
        return proposal;
    }

    private async Task AssertKeepsBackAsync(Answer paper, Proposal proposal)
    {
        var complaint = await site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == proposal.ComplaintId));
        var number = await NumberOfAsync(proposal);
        Assert.Contains($"••••{number[^4..]}", paper.Body, StringComparison.Ordinal);
        foreach (var kept in new[] { number, complaint.Reference, "Suaminya sakit keras", "81200000001", "0812-0000-0001" })
        {
            Assert.DoesNotContain(kept, paper.Body, StringComparison.Ordinal);
        }
    }

    private Task<string> NumberOfAsync(Proposal proposal)
    {
        var words = site.Services.GetRequiredService<FieldCipher>().Open(proposal.Words!, Proposal.Table, proposal.Id, "words");
        return Task.FromResult(System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(words)![ProposalFields.NationalId]);
    }

    private async Task<IReadOnlyList<ProposalStatus>> StatusesAsync(params Proposal[] proposals)
    {
        var found = new List<ProposalStatus>();
        foreach (var proposal in proposals)
        {
            found.Add(await site.ReadAsync(db => db.Proposals.Where(p => p.Id == proposal.Id).Select(p => p.Status).SingleAsync()));
        }

        return found;
    }
}
