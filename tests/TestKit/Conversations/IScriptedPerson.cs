using SlrtBot.TestKit.FakeTelegram;

namespace SlrtBot.TestKit.Conversations;

/// <summary>Somebody on a channel who can play a script: see <see cref="WireScript"/>.</summary>
public interface IScriptedPerson
{
    /// <summary>What the bot has said, in order.</summary>
    IReadOnlyList<SeenMessage> Heard { get; }

    Task SaysAsync(string text);

    Task PressesAsync(string label);

    Task SendsPhotosAsync(int pictures);
}
