using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Registry;

namespace SlrtBot.Core.Checks;

/// <summary>Words a message about what a new list says, in the language of the complaint's chat. It says what stands there, and that aid is not decided by it.</summary>
public sealed class RecheckDraft(SlrtDbContext db, PhraseBook phrases)
{
    /// <returns>Null where nobody can say yet whether the person is meant.</returns>
    public async Task<string?> WriteAsync(Complaint complaint, DateOnly asOf, ListSays before, ListSays after, CancellationToken cancellationToken)
    {
        if (after.Outcome == CheckOutcome.Doubtful)
        {
            return null;
        }

        var language = await db.Conversations.Where(c => c.Id == complaint.ConversationId).Select(c => c.Language).SingleOrDefaultAsync(cancellationToken) ?? PhraseBook.Fallback;
        string Say(string key, params (string, object?)[] values) => phrases.Get(language, $"notice.recheck.{key}", values);
        var whom = Say(complaint.Subject == Subject.Self ? "you" : "other");
        var news = after.Outcome switch
        {
            CheckOutcome.NotListed => "not_listed",
            CheckOutcome.Unmatched => "unmatched",
            _ => before.Outcome == CheckOutcome.Listed ? "changed" : "listed",
        };
        List<string> lines = [Say(news, ("day", phrases.Date(language, asOf)), ("whom", whom))];
        if (news == "changed" && after.Decile is { } decile && decile != before.Decile)
        {
            lines.Add(Say("decile", ("decile", decile)));
        }

        if (news == "changed" && !after.Programmes.Order().SequenceEqual(before.Programmes.Order()))
        {
            lines.Add(after.Programmes.Count > 0 ? Say("programmes", ("programmes", string.Join(", ", after.Programmes))) : Say("no_programmes"));
        }

        lines.Add(Say("closing"));
        return string.Join("\n\n", lines);
    }
}
