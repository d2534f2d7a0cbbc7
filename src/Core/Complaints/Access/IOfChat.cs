namespace SlrtBot.Core.Complaints.Access;

/// <summary>Whatever came out of one chat.</summary>
public interface IOfChat
{
    Guid ConversationId { get; }
}
