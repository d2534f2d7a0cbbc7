using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Villages;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Doors;

/// <content>Villages of their own, so that those of other tests stay as they are.</content>
internal sealed partial class DoorStage
{
    private static int _villages = 5000;

    /// <summary>Of a sub-district that no other test looks at.</summary>
    public async Task<Scene> VillageAsync()
    {
        var number = Interlocked.Add(ref _villages, 2);
        var code = $"32.04.12.{number}";
        await site.AddAsync(Area.From(code, $"Uji {number}"));
        await site.Services.GetRequiredService<PrepareAreas>().LoadAsync(default);
        return Nothing().With("code", code).With("new", $"32.04.12.{number + 1}");
    }

    public async Task<Scene> RenamedVillageAsync()
    {
        var scene = await VillageAsync();
        var admin = TestData.Staff(Role.Administrator);
        var code = scene.Values["code"];
        await RunAsync<RenameVillage, Done>(
            admin, (act, by, cancel) => act.DoAsync(new(new(code, Guid.Empty), $"Lama {code}", site.Today, "SK"), admin, by, cancel));
        await site.Services.GetRequiredService<PrepareAreas>().LoadAsync(default);
        var decision = await site.ReadAsync(db => db.AreaDecisions.SingleAsync(d => d.AreaCode == code));
        return scene.With("decision", $"{decision.Id}").With("seen", $"{decision.Id}");
    }
}
