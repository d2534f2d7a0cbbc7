using System.Text.Encodings.Web;
using System.Text.Json;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Host.Verbs;

internal static class ClassifyLines
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Verb Verb { get; } = new(
        "classify", VerbKind.Detached, "Say what messages seem to be about: lines on standard input, one JSON object per line out.", RunAsync);

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var understander = call.Services.GetRequiredService<Understander>();
        while (await call.Terminal.In.ReadLineAsync(cancellationToken) is { } line)
        {
            var understood = understander.Understand(line);
            await call.Out.WriteLineAsync(JsonSerializer.Serialize(
                new
                {
                    category = understood.Category,
                    kind = Codes.Of(understood.Kind),
                    program = understood.Programme,
                    urgency = Codes.Of(understood.Urgency),
                    danger = understood.Urgency == Urgency.Emergency ? Codes.Of(understood.Danger) : null,
                    confidence = understood.Confidence,
                    because = understood.Because,
                },
                Json));
        }

        return ExitCode.Done;
    }
}
