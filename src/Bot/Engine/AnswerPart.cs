namespace SlrtBot.Bot.Engine;

/// <summary>A part of a message, read as an answer of its own.</summary>
/// <param name="Beside">The rest of the message, as typed.</param>
/// <param name="IsSure">It says an option as it stands: nothing else in the message can be the answer.</param>
public sealed record AnswerPart(Answer Answer, string Beside, bool IsSure);
