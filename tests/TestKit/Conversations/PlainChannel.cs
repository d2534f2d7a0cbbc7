using System.Text.Json;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Turns;

namespace SlrtBot.TestKit.Conversations;

/// <summary>A channel whose updates are activities already, so that a script tests the bot and no translation.</summary>
public sealed class PlainChannel : IChannelTranslation
{
    public const string Code = "test";

    public string Channel => Code;

    public static byte[] Write(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, ProtocolJson.Options);

    public Activity ToActivity(ReadOnlyMemory<byte> payload) =>
        JsonSerializer.Deserialize<Activity>(payload.Span, ProtocolJson.Options)!;
}
