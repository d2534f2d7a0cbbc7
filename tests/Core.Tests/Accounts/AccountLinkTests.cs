using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Accounts;

/// <summary>Links and user names that an administrator gives, and chats that are parted.</summary>
public sealed class AccountLinkTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_link_is_sent_to_the_linked_chat_ends_the_sessions_and_serves(DatabaseProvider provider)
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(provider);
        var (administrator, siti) = (await stage.AddAsync("dedi", Role.Administrator), await stage.AddAsync("siti", Role.Analyst));
        var session = new StaffSession { Id = SequentialId.Next(stage.Database.Clock.UtcNow), StaffId = siti.StaffId, StartedAt = stage.Database.Clock.UtcNow };
        var conversation = await stage.Database.ConversationAsync();
        await stage.Database.AddAsync(session, Chat(stage, siti, conversation));

        // Act
        var nowhere = await SendAsync(stage, administrator, siti, null);
        var sent = await SendAsync(stage, administrator, siti, "https://slrt.example.go.id/");

        // Assert
        Assert.Equal("link_not_sendable", Assert.Single(nowhere.Refusals).Code);
        Assert.True(sent.Succeeded);
        var said = Assert.Single(await stage.Database.SaidAsync(conversation.Id));
        var token = said[(said.IndexOf("/set-up/", StringComparison.Ordinal) + 8)..];
        Assert.Contains($"https://slrt.example.go.id/set-up/{token}", said, StringComparison.Ordinal);
        Assert.Equal(SetUpToken.Hash(token), (await stage.AccountAsync(siti)).SetUpTokenHash);
        Assert.NotNull((await stage.Database.ReadAsync(db => db.StaffSessions.SingleAsync())).EndedAt);
        Assert.DoesNotContain(token, await stage.Database.ReadAsync(db => db.AuditActs.Select(a => a.Data).ToListAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_chat_is_unlinked_by_who_administers_and_by_nobody_from_elsewhere(DatabaseProvider provider)
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(provider);
        var (administrator, far) = (await stage.AddAsync("dedi", Role.Administrator), await stage.AddAsync("asep", Role.Administrator, AccountStage.Elsewhere));
        var siti = await stage.AddAsync("siti", Role.Analyst);
        await stage.Database.AddAsync(Chat(stage, siti, await stage.Database.ConversationAsync()));

        // Act
        var elsewhere = await UnlinkAsync(stage, far, siti);
        var unlinked = await UnlinkAsync(stage, administrator, siti);
        var again = await UnlinkAsync(stage, administrator, siti);

        // Assert
        Assert.Equal("not_found", Assert.Single(elsewhere.Refusals).Code);
        Assert.Equal(1, unlinked.Value);
        Assert.Equal("already_done", Assert.Single(again.Refusals).Code);
        Assert.Equal(StaffChatEnd.Administrator, (await stage.Database.ReadAsync(db => db.StaffChats.SingleAsync())).UnlinkedBy);
        Assert.Equal([DecisionKind.Added, DecisionKind.ChatsUnlinked], (await stage.LogAsync(siti)).Select(d => d.Kind));
    }

    [Theory]
    [InlineData("Hj. Siti Aminah, S.Sos.", "siti.aminah")]
    [InlineData("Yayan", "yayan")]
    [InlineData("R. Déwi Sartika Kusumah", "dewi.sartika")]
    [InlineData("Al", "petugasal")]
    [InlineData("", "petugas")]
    public async Task A_user_name_is_made_of_the_name_without_titles(string name, string suggested)
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(DatabaseProvider.Sqlite);

        // Act
        var first = await SuggestAsync(stage, name);
        await stage.AddAsync(first, Role.Analyst);
        var second = await SuggestAsync(stage, name);

        // Assert
        Assert.Equal((suggested, $"{suggested}2"), (first, second));
        Assert.Empty(new NewStaffMember(second, "x", [Role.Analyst], AccountStage.Regency).Problems());
    }

    private static StaffChat Chat(AccountStage stage, StaffScope of, Conversation conversation) =>
        new() { Id = SequentialId.Next(stage.Database.Clock.UtcNow), StaffId = of.StaffId, ConversationId = conversation.Id, LinkedAt = stage.Database.Clock.UtcNow };

    private static async Task<Outcome<Done>> SendAsync(AccountStage stage, StaffScope actor, StaffScope of, string? publicUrl)
    {
        var seen = await stage.SeenAsync(of);
        return await stage.ActAsync<SendSetUpLink, Done>(actor, (act, who, by) => act.DoAsync(seen, publicUrl, who, by, default));
    }

    private static async Task<Outcome<int>> UnlinkAsync(AccountStage stage, StaffScope actor, StaffScope of)
    {
        var seen = await stage.SeenAsync(of);
        return await stage.ActAsync<UnlinkStaffChats, int>(actor, (act, who, by) => act.DoAsync(seen, who, by, default));
    }

    private static async Task<string> SuggestAsync(AccountStage stage, string name)
    {
        await using var scope = stage.Database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SuggestUserName>().OfAsync(name, default);
    }
}
