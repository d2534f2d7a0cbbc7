using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Persons;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;
using static SlrtBot.Core.Tests.Complaints.Persons.PersonActs;

namespace SlrtBot.Core.Tests.Complaints.Persons;

/// <summary>Whom complaints concern: found or made at the desk, seen through their complaints alone, and gone with the last of them.</summary>
public sealed class PersonTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Somebody_at_the_desk_is_found_again_by_their_NIK_and_name_or_made(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);

        // Act
        var first = (await database.RegisterAsync(Form(database, phone: "0812 3456 7001"))).Value;
        var again = (await database.RegisterAsync(Form(database, "Bu Entin Soemarni"))).Value;
        var other = (await database.RegisterAsync(Form(database, "Joko Widodo Kusuma"))).Value;
        var said = (await database.RegisterAsync(Form(database) with { IsNewPerson = true })).Value;
        var chosen = (await database.RegisterAsync(Form(database, "", null) with { PersonId = first.PersonId })).Value;
        var nobody = (await database.RegisterAsync(Form(database) with { IsAnonymous = true, PersonId = first.PersonId })).Value;

        // Assert
        Assert.Equal(first.PersonId, again.PersonId);
        Assert.Equal(3, new[] { first.PersonId, other.PersonId, said.PersonId }.OfType<Guid>().Distinct().Count());
        Assert.Equal((first.PersonId, null), (chosen.PersonId, nobody.PersonId));
        var cipher = database.Services.GetRequiredService<FieldCipher>();
        Assert.Equal(
            ("Entin Sumarni", "+6281234567001", Number),
            (cipher.OpenOptional(chosen.ReporterName, Complaint.Table, chosen.Id, "reporter_name"), cipher.OpenOptional(chosen.Phone, Complaint.Table, chosen.Id, "phone"), cipher.OpenOptional(chosen.NationalId, Complaint.Table, chosen.Id, "national_id")));
        Assert.Equal(["person.made"], await database.AuditedAsync(first.PersonId!.Value));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_may_be_meant_is_shown_masked_and_why_and_that_it_was_asked_is_stored(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var first = (await database.RegisterAsync(Form(database, "Siti Rahayu Kusumawati", phone: "0812 3456 7001"))).Value;
        var complaint = await database.LodgeAsync(TestData.Story() with { ReporterName = "Siti Rahaju Kusumawati", Phone = "+6281234567001" });
        var far = await database.LodgeAsync(TestData.Story(village: TestData.OtherVillage) with { ReporterName = "Siti Rahayu Kusumawati", Phone = null });

        // Act
        Task<IReadOnlyList<KnownPerson>> Candidates(Complaint of, StaffScope scope) =>
            database.AskAsync<KnownPersons, IReadOnlyList<KnownPerson>>(k => k.CandidatesAsync(of, scope, By(database, scope), default));
        var near = await Candidates(complaint, Front);
        var other = await Candidates(far, Front);
        var elsewhere = await Candidates(complaint, TestData.Staff(Role.Frontoffice, TestData.OtherVillage));
        var reader = await Candidates(complaint, TestData.Staff(Role.Backoffice));

        // Assert
        var found = Assert.Single(near);
        Assert.Equal((first.PersonId, "Siti R. K.", 1), (found.Id, found.Name, found.Complaints));
        Assert.Equal([PersonMatch.Phone, PersonMatch.Name], found.Because);
        Assert.DoesNotContain("345", found.Phone, StringComparison.Ordinal);
        Assert.EndsWith("0012", found.NationalId, StringComparison.Ordinal);
        Assert.DoesNotContain("3204", found.NationalId, StringComparison.Ordinal);
        Assert.Empty(other.Concat(elsewhere).Concat(reader));
        Assert.Equal(4, await database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "complaint.searched")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_sees_none_of_their_complaints_finds_no_person_no_count_and_no_page(DatabaseProvider provider)
    {
        // Arrange: one about the village's own office, and one of a sensitive class
        await using var database = await TestData.WithAreasAsync(provider);
        var (manager, accused) = (TestData.Staff(Role.Manager, readsSensitive: true), TestData.Staff(Role.Facilitator, TestData.Village, readsSensitive: true));
        var hidden = await database.LodgeAsync(TestData.Story(category: "P5") with { Concerns = Concern.VillageOffice, ReporterName = "Entin Sumarni", Phone = "+6281234567001" });
        Assert.True((await database.NameAsync(hidden.Id, null, manager)).Succeeded);
        var person = (await database.ReloadAsync(hidden)).PersonId!.Value;
        var open = await database.LodgeAsync(TestData.Story() with { ReporterName = "Entin Sumarni", Phone = "+6281234567001" });

        // Act
        Task<Unseen<PersonSheet>?> Page(StaffScope scope) => database.AskAsync<PersonQueries, Unseen<PersonSheet>?>(q => q.FindAsync(person, scope, default));
        var before = await database.AskAsync<KnownPersons, IReadOnlyList<KnownPerson>>(k => k.CandidatesAsync(open, accused, By(database, accused), default));
        var (theirs, his) = (await Page(manager), await Page(accused));
        var named = await database.NameAsync(open.Id, person, accused);
        var merged = await database.MergeAsync(person, person, accused);
        Assert.True((await database.NameAsync(open.Id, person, manager)).Succeeded);
        var after = (await Page(accused))!.Words;

        // Assert: through an open complaint the person is there, and of the other not a trace
        Assert.Empty(before);
        Assert.NotNull(theirs);
        Assert.Null(his);
        Assert.Equal(("not_a_choice", "person_same"), (named.Refusals.Single().Code, merged.Refusals.Single().Code));
        Assert.Equal([open.Reference], after.Complaints.Select(c => c.Reference));
        Assert.Equal(1, (await database.AskAsync<PersonQueries, PersonLine?>(async q => await q.OfAsync(await database.ReloadAsync(open), accused, default)))!.Complaints);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_cannot_be_said_about_a_complaint_is_refused(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var known = (await database.RegisterAsync(Form(database))).Value;
        var complaint = await database.LodgeAsync(TestData.Story());
        var anonymous = await database.LodgeAsync(TestData.Story() with { IsAnonymous = true });
        var nameless = await database.LodgeAsync(TestData.Story() with { Subject = Subject.Neighbour, SubjectName = null });

        // Act
        string[] codes =
        [
            .. new[]
            {
                await database.NameAsync(SequentialId.Next(database.Clock.UtcNow), null, version: 0), await database.NameAsync(complaint.Id, null, TestData.Staff(Role.Backoffice)),
                await database.NameAsync(complaint.Id, null, TestData.Staff(Role.Frontoffice, TestData.OtherVillage)), await database.NameAsync(anonymous.Id, null), await database.NameAsync(anonymous.Id, known.PersonId),
                await database.NameAsync(complaint.Id, null, version: -1), await database.NameAsync(nameless.Id, null), await database.NameAsync(complaint.Id, complaint.Id),
                await database.NameAsync(complaint.Id, null, born: new(2099, 1, 1)), await database.NameAsync(complaint.Id, null, born: new(1800, 1, 1)), await database.NameAsync(known.Id, known.PersonId),
            }.Select(o => o.Refusals.Single().Code),
        ];

        // Assert
        Assert.Equal(
            ["not_found", "forbidden", "not_found", "person_anonymous", "person_anonymous", "stale", "person_nameless", "not_a_choice", "person_born_when", "person_born_when", "nothing_changed"],
            codes);
        Assert.Equal(1, await database.ReadAsync(db => db.Persons.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_is_erased_with_their_last_complaint_leaves_neither_facts_nor_words(DatabaseProvider provider)
    {
        // Arrange: a chat's complaint was merged into a person of the desk, and another chat's complaint is alone
        await using var database = await TestData.WithAreasAsync(provider);
        var (chat, alone) = (await database.ConversationAsync(), await database.ConversationAsync(address: "2"));
        var desk = (await database.RegisterAsync(Form(database))).Value;
        var (theirs, own) = (await database.LodgeAsync(TestData.Story(chat.Id)), await database.LodgeAsync(TestData.Story(alone.Id)));
        await database.NameAsync(theirs.Id, null);
        await database.NameAsync(own.Id, null, born: new(1980, 2, 1));
        var (dropped, single) = ((await database.ReloadAsync(theirs)).PersonId!.Value, (await database.ReloadAsync(own)).PersonId!.Value);
        Assert.True((await database.MergeAsync(desk.PersonId!.Value, dropped)).Succeeded);
        var merge = (await database.MergesAsync()).Single();

        // Act
        foreach (var id in new[] { chat.Id, alone.Id })
        {
            var request = new DataRequest
            {
                Id = SequentialId.Next(database.Clock.UtcNow), ConversationId = id, Kind = DataRequestKind.Erase, State = DataRequestState.Open, RegencyCode = "32.04", IsSensitive = false,
                OpenedAt = database.Clock.UtcNow, DueAt = database.Clock.UtcNow,
            };
            await database.AddAsync(request);
            var manager = TestData.Staff(Role.Manager);
            var done = await database.Units.RunAsync<AnswerRequest, DataRequest>((act, stop) => act.DoAsync(new(request.Id, 0, true, null), manager, By(database, manager), stop), default);
            Assert.True(done.Succeeded, string.Join(' ', done.Refusals.Select(r => r.Code)));
        }

        // Assert
        var persons = await database.ReadAsync(db => db.Persons.ToDictionaryAsync(p => p.Id));
        Assert.All([persons[dropped], persons[single]], p => Assert.Equal((null, null, null, null, null, null, true), (p.Name, p.NationalId, p.NationalIdIndex, p.Phone, p.PhoneIndex, p.BornOn, p.ErasedAt is not null)));
        Assert.NotNull(persons[desk.PersonId.Value].Name);
        Assert.Equal([desk.PersonId.Value], await database.ReadAsync(db => db.PersonWords.Select(w => w.PersonId).Distinct().ToListAsync()));
        Assert.Null((await database.ReloadAsync(theirs)).PersonId);
        Assert.Equal("person_erased", (await database.PartAsync(desk.PersonId.Value, merge.Id)).Refusals.Single().Code);
        Assert.Contains("person.erased", await database.AuditedAsync(single));
    }
}
