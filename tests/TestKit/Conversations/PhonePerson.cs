using SlrtBot.TestKit.FakeTelegram;

namespace SlrtBot.TestKit.Conversations;

/// <summary>A person with Telegram who plays a script.</summary>
public sealed class PhonePerson(FakePhone phone) : IScriptedPerson
{
    public IReadOnlyList<SeenMessage> Heard => phone.Heard;

    public Task SaysAsync(string text) => phone.SaysAsync(text);

    public Task PressesAsync(string label) => phone.PressesAsync(label);

    public Task SendsPhotosAsync(int pictures) => phone.SendsAlbumAsync(pictures);
}
