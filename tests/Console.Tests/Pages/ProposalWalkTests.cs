using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Pages.Tasks;
using SlrtBot.Console.Tests.Doors;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>Review and analysis proposes somebody from a complaint's page, is stopped where the ministry would, and finds it again.</summary>
[Collection(ConsoleTests.Name)]
public sealed class ProposalWalkTests(ConsoleSite site)
{
    [Fact]
    public async Task From_the_complaint_to_the_proposal_and_back()
    {
        var scene = await new DoorStage(site).ProposableAsync();
        var reference = scene.Values["reference"];
        var analyst = await site.SignedInAsync(Role.Analyst);

        // The complaint's page leads there; the check stands above the form.
        var page = await analyst.GetAsync($"/complaints/{reference}");
        Assert.Equal($"/complaints/{reference}/propose", page.One("#proposals a.btn").GetAttribute("href"));
        page = await analyst.GetAsync($"/complaints/{reference}/propose");
        Assert.Equal("Tidak terdaftar", page.Text("#check strong"));
        Assert.Equal("Tambah", page.Text("nav.tabs [aria-current=page]"));
        Assert.DoesNotContain("selected", page.One("#p_programme").OuterHtml, StringComparison.Ordinal);

        // He is dead, she says, and is told what the ministry does with that; what she typed is there still.
        (string, string)[] typed = [("p.nik", "3204 3752 0399 0001"), ("p.kk", "3204370101010001"), ("p.address", "Kp. Sukamaju"), ("p.why", "Anaknya tiga.")];
        page = await analyst.SubmitAsync(page, "main form", fields: [.. typed, ("p.rejections", "dead")]);
        Assert.Equal(422, page.Status);
        Assert.Contains("pasti ditolak kementerian", page.Text("#p_rejections_error"), StringComparison.Ordinal);
        Assert.Equal("Anaknya tiga.", page.Text("#p_why"));

        page = await Followed(analyst, await analyst.SubmitAsync(page, "main form", fields: [.. typed, ("p.rejections", "none")]));
        Assert.Contains("Warga diberi tahu", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Usulan Pembaruan Data", page.Text("dl.facts"), StringComparison.Ordinal);
        Assert.Contains("3204375203990001", page.Text("dl.facts"), StringComparison.Ordinal);

        // It waits for the village, in the list and on the complaint's page; a second one is refused.
        Assert.Contains(reference, (await analyst.GetAsync("/proposals")).Text("main table"), StringComparison.Ordinal);
        Assert.Contains("Menunggu musyawarah", (await analyst.GetAsync($"/complaints/{reference}")).Text("#proposals"), StringComparison.Ordinal);
        var second = await analyst.SubmitAsync(await analyst.GetAsync($"/complaints/{reference}/propose"), "main form", fields: [.. typed, ("p.rejections", "none")]);
        Assert.Equal(409, second.Status);
        Assert.Contains("sudah diusulkan", second.Text("main"), StringComparison.Ordinal);

        // She withdraws it: nothing waits any more.
        page = await analyst.SubmitAsync(page, "details.panel form", fields: [("Reason", "better_known")]);
        page = await Followed(analyst, page);
        Assert.Contains("ada keterangan yang lebih baru", page.Text("ol.line"), StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("details.panel form"));
        var proposal = await site.ReadAsync(db => db.Proposals.OrderByDescending(p => p.Id).FirstAsync());
        Assert.Equal(ProposalStatus.Withdrawn, proposal.Status);
        Assert.False(await site.ReadAsync(db => db.WorkTasks.AnyAsync(t => t.Id == proposal.Id && t.Kind == TaskKind.Deliberate)));
    }

    [Fact]
    public async Task The_coordinators_task_leads_to_the_proposal_and_the_facilitator_proposes_nothing()
    {
        var scene = await new DoorStage(site).ProposedAsync();
        var id = Guid.Parse(scene.Values["id"]);
        var task = await site.ReadAsync(db => db.WorkTasks.SingleAsync(t => t.Id == id));
        Assert.Equal((TaskKind.Deliberate, Role.Facilitator), (task.Kind, task.DeskRole));
        Assert.Equal($"/proposals/{id:N}", ListTasksPage.Address(task.Kind, scene.Values["reference"], id));

        var facilitator = await site.SignedInAsync(Role.Facilitator, "32.04.44.2001");
        var page = await facilitator.GetAsync($"/proposals/{scene.Values["id"]}");
        Assert.Equal(200, page.Status);
        Assert.Null(page.Document.QuerySelector("details.panel form"));
        Assert.Equal(403, (await facilitator.GetAsync($"/complaints/{scene.Values["reference"]}/propose")).Status);
    }

    private static async Task<Answer> Followed(Browser browser, Answer answer)
    {
        Assert.Equal(303, answer.Status);
        return await browser.GetAsync(answer.Location!);
    }
}
