using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>The verb <c>verify</c>, beside the program that serves the same database.</summary>
public sealed class VerifyVerbTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_conversation_and_a_case_nothing_is_missing(DatabaseProvider provider)
    {
        // Arrange
        await using var installation = await Installation.StartAsync(provider);
        var complaint = await new ResidentStory(installation).LodgeAsync();
        var manager = await installation.SignInAsync(Role.Manager);
        await manager.OpenAsync($"/complaints/{complaint.Reference}");
        await manager.ReviewAsync();
        await installation.QuietAsync();
        installation.Clock.Advance(TimeSpan.FromMinutes(2));
        await installation.RunJobAsync("seal-audit");

        // Act
        var (exit, said) = await installation.VerbAsync("verify");

        // Assert
        Assert.Equal("", string.Join('\n', said.Split('\n').Where(l => l.Contains(" fault ", StringComparison.Ordinal))));
        Assert.True(exit == 0, said);
        Assert.Matches(@"(?m)^audit_chain +ok +0 +[1-9]", said);
        Assert.Contains("move_not_told", said);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_touched_or_lost_is_named_and_ends_with_1(DatabaseProvider provider)
    {
        // Arrange
        await using var installation = await Installation.StartAsync(provider);
        var complaint = await new ResidentStory(installation).LodgeAsync();
        var manager = await installation.SignInAsync(Role.Manager);
        await manager.OpenAsync($"/complaints/{complaint.Reference}");
        await manager.ReviewAsync();
        await installation.QuietAsync();
        installation.Clock.Advance(TimeSpan.FromMinutes(2));
        await installation.RunJobAsync("seal-audit");
        var act = await installation.ReadAsync(db => db.AuditActs.FirstAsync(a => a.Verb == "complaint.lodged"));
        var file = Directory.EnumerateFiles(Path.Combine(installation.Directory, "files"), "*", SearchOption.AllDirectories).First();
        File.Delete(file);
        string[] damage = provider == DatabaseProvider.Sqlite
            ? ["drop trigger audit_act_no_update", "update audit_act set reason = 'x' where verb = 'complaint.lodged'"]
            : ["drop trigger audit_act_append_only on audit_act", "update audit_act set reason = 'x' where verb = 'complaint.lodged'"];
        await RunAsync(installation, [.. damage, "delete from outbound_message where dedupe_key like 'move:%'"]);

        // Act
        var (exit, said) = await installation.VerbAsync("verify");

        // Assert
        Assert.Equal(1, exit);
        var faults = said.Split('\n').Where(l => l.Contains(" fault ", StringComparison.Ordinal)).Select(l => l.Split(' ')[0]).ToList();
        Assert.Equal([$"audit_{Core.Kernel.Codes.Of(AuditDamage.Changed)}", "move_not_told", "file_missing"], faults);
        Assert.Contains(act.Id.ToString(), said);
        Assert.Contains(Path.GetFileName(file), said);
    }

    private static Task<int> RunAsync(Installation installation, string[] statements) =>
        installation.Services.GetRequiredService<WriteGate>().ExecuteAsync(
            async gate =>
            {
                var rows = 0;
                foreach (var statement in statements)
                {
                    rows += await gate.ExecuteAsync(statement);
                }

                return rows;
            },
            CancellationToken.None);
}
