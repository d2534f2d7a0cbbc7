using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace SlrtBot.TestKit.Conversations;

/// <summary>
/// A script of <see cref="ConversationScript"/> played by a person on a real channel, over HTTP: <c>&gt;</c> words,
/// <c>[Label]</c>, <c>(photo)</c> or <c>(album 3)</c>; <c>&lt;</c> a part of what is heard to it, <c>&lt; -</c> nothing,
/// <c>&lt;!</c> what must not be.
/// </summary>
/// <param name="restAsync">Ends when every message had its turn and every reply has left.</param>
/// <param name="pauseAsync">Lets the pause of a story in pieces pass, and its answer leave.</param>
public sealed partial class WireScript(IScriptedPerson person, Func<Task> restAsync, Func<Task> pauseAsync)
{
    private int _before;

    public async Task PlayAsync(string script)
    {
        foreach (var line in script.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            switch (line)
            {
                case ['#', ..]:
                    break;
                case ['>', .. var does]:
                    _before = person.Heard.Count;
                    await DoAsync(does.Trim());
                    await restAsync();
                    break;
                case "< -":
                    Assert.Equal(_before, person.Heard.Count);
                    break;
                case ['<', '!', .. var unsaid]:
                    Assert.DoesNotContain(unsaid.Trim(), Said, StringComparison.Ordinal);
                    break;
                case ['<', .. var hears]:
                    await HearAsync(hears.Trim());
                    break;
                default:
                    throw new InvalidOperationException($"A script's line begins with > or <: {line}");
            }
        }
    }

    private string Said => string.Join("\n", person.Heard.Skip(_before).Select(m => m.ToString()));

    private async Task HearAsync(string words)
    {
        if (!Heard(words))
        {
            await pauseAsync();
        }

        Assert.True(Heard(words), $"The script expected: {words}\n\nHeard:\n{Said}\n\nThe chat:\n{string.Join("\n", person.Heard)}");
    }

    private bool Heard(string words) => Said.Contains(words, StringComparison.Ordinal);

    private Task DoAsync(string does) => does switch
    {
        "(photo)" => person.SendsPhotosAsync(1),
        ['[', .. var label, ']'] => person.PressesAsync(label),
        _ when Album().Match(does) is { Success: true } album => person.SendsPhotosAsync(int.Parse(album.Groups[1].Value, CultureInfo.InvariantCulture)),
        _ => person.SaysAsync(does),
    };

    [GeneratedRegex(@"^\(album (\d+)\)$")]
    private static partial Regex Album();
}
