using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Persons;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persons;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Doors;

/// <content>Persons of complaints.</content>
internal sealed partial class DoorStage
{
    public async Task<Scene> TwoPersonsAsync()
    {
        var (first, second) = (await NamedAsync(), await NamedAsync());
        return Nothing().With("id", $"{first.Id}").With("version", $"{first.Version}").With("other", $"{second.Id}").With("otherversion", $"{second.Version}").With("personal", Reporter);
    }

    public async Task<Scene> MergedPersonsAsync()
    {
        var (first, second, manager) = (await NamedAsync(), await NamedAsync(), TestData.Staff(Role.Manager));
        await RunAsync<MergePersons, Done>(
            manager, (act, by, cancel) => act.DoAsync(new(first.Id, first.Version, second.Id, second.Version, PersonReason.SaidSo), manager, by, cancel));
        var merge = await site.ReadAsync(db => db.PersonMerges.SingleAsync(m => m.KeptId == first.Id));
        return Nothing().With("id", $"{first.Id}").With("merge", $"{merge.Id}").With("personal", Reporter);
    }

    private async Task<Person> NamedAsync()
    {
        var (complaint, manager) = (await site.LodgeAsync(name: Reporter), TestData.Staff(Role.Manager));
        await RunAsync<NamePerson, Complaint>(manager, (act, by, cancel) => act.DoAsync(new(complaint.Id, complaint.Version, null, true), manager, by, cancel));
        var id = (await ReloadAsync(complaint)).PersonId;
        return await site.ReadAsync(db => db.Persons.SingleAsync(p => p.Id == id));
    }
}
