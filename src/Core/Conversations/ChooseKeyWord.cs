using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Conversations;

/// <summary>
/// The resident chooses the word that opens official messages, so that a message without it is known for what it is; or
/// gives it up.
/// </summary>
public sealed class ChooseKeyWord(FieldCipher cipher, AuditTrail audit)
{
    private const int Shortest = 3;
    private const int Longest = 24;

    /// <param name="conversation">Tracked.</param>
    /// <param name="word">Null to give it up.</param>
    /// <returns>Refused with <c>key_word_unfit</c>: 3 to 24 letters, at most two words, no number.</returns>
    public Task<Outcome<Done>> DoAsync(Conversation conversation, string? word, Provenance by, CancellationToken cancellationToken)
    {
        if (word is null)
        {
            conversation.KeyWord = null;
            audit.Record(by, "conversation.key_word_given_up", "conversation", conversation.Id);
            return Task.FromResult<Outcome<Done>>(default(Done));
        }

        var line = TextFolding.CleanLine(word);
        if (line.Length is < Shortest or > Longest || !line.All(c => char.IsLetter(c) || c is ' ' or '-') || line.Split(' ').Length > 2)
        {
            return Task.FromResult<Outcome<Done>>(new Refusal("key_word_unfit", "word"));
        }

        conversation.KeyWord = cipher.Seal(line, Conversation.Table, conversation.Id, "key_word");
        audit.Record(by, "conversation.key_word_chosen", "conversation", conversation.Id);
        return Task.FromResult<Outcome<Done>>(default(Done));
    }
}
