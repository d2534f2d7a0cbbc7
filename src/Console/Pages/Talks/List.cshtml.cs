using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;

namespace SlrtBot.Console.Pages.Talks;

/// <summary>Chats that want an officer or have one: who waits longest stands on top.</summary>
[Permits(Permission.WriteToResidents)]
public sealed class ListConversationsPage(TalkQueries talks, Viewer viewer) : PageModel
{
    /// <summary>By the word of their heading, <c>talks.{key}</c>.</summary>
    public IReadOnlyList<(string Key, IReadOnlyList<TalkRow> Rows)> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var running = await talks.RunningAsync(viewer.Scope, cancellationToken);
        var missed = await talks.MissedAsync(viewer.Scope, cancellationToken);
        Groups =
        [
            ("unreached", [.. running.Where(t => t.IsUnreached)]),
            ("waiting", [.. running.Where(t => t.State == TalkState.Requested && !t.IsUnreached)]),
            ("mine", [.. running.Where(t => t.TakenBy == viewer.Id)]),
            ("others", [.. running.Where(t => t.State == TalkState.Active && t.TakenBy != viewer.Id)]),
            ("missed", [.. missed.ExceptBy(running.Select(t => t.ConversationId), t => t.ConversationId).DistinctBy(t => t.ConversationId)]),
        ];
    }
}
