using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Referrals;

namespace SlrtBot.Core.Notifications;

/// <summary>
/// What a partner answered, told as the partner's word: where to go and what to bring, as far as it is known, and the
/// buttons that say whether the help has come.
/// </summary>
public sealed class PartnerAnswer(PartnerStandings partners, PhraseBook phrases)
{
    /// <returns>Null where the move is no partner's answer, or nobody knows whose.</returns>
    public async Task<MessageContent?> NewsAsync(string language, ComplaintMoved happened, CancellationToken cancellationToken)
    {
        var reference = happened.Complaint.Reference;
        return happened.To == ComplaintStatus.Answered && await partners.OfAsync(happened.Complaint.Id, cancellationToken) is { } partner
            ? new MessageContent(string.Join("\n\n", Paragraphs(language, reference, happened.Message, partner)))
            {
                Reference = reference,
                Choices = ReceiptChoices.Of(phrases, language, reference),
            }
            : null;
    }

    private IEnumerable<string> Paragraphs(string language, string reference, string? words, PartnerStanding partner)
    {
        yield return phrases.Get(language, "notice.answered", ("reference", reference), ("partner", partner.Partner));
        if (words is not null)
        {
            yield return phrases.Get(language, "notice.answered.words", ("text", words));
        }

        if (Visit(language, partner) is { Length: > 0 } visit)
        {
            yield return visit;
        }

        yield return phrases.Get(language, "notice.answered.received");
    }

    private string Visit(string language, PartnerStanding partner) => string.Join('\n', new[]
    {
        Line(language, "notice.answered.where", "place", partner.Address),
        Line(language, "notice.answered.telephone", "number", partner.Telephone),
        Line(language, "notice.answered.bring", "papers", partner.Papers),
    }.OfType<string>());

    private string? Line(string language, string key, string name, string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : phrases.Get(language, key, (name, value));
}
