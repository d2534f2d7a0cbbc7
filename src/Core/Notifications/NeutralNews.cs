using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Core.Notifications;

/// <summary>That there is news, with the status alone: for whoever speaks without recorded consent.</summary>
public sealed class NeutralNews(PhraseBook phrases)
{
    public MessageContent Of(HearingChat chat, Complaint complaint)
    {
        var language = chat.Conversation.Language;
        var words = phrases.Get(language, "notice.neutral", ("reference", complaint.Reference), ("status", phrases.Get(language, $"told.{Codes.Of(complaint.Status)}")));
        return new MessageContent(words) { Reference = complaint.Reference };
    }
}
