using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Programmes;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs;

/// <summary>
/// The scripts of <c>Scripts/*.txt</c>, each on the real pipeline: a line "== title" begins one, "@name" comes to that step first
/// (<see cref="Paths"/>), "@programmes" before it has the catalogue of programmes.
/// </summary>
public sealed class ScriptTests
{
    private const string WithProgrammes = "@programmes";

    private static readonly Dictionary<string, string> Ways = new()
    {
        ["consent"] = Paths.ToConsent,
        ["subject"] = Paths.ToSubject,
        ["subject_name"] = Paths.ToSubject + "\n> keluarga saya\n< Siapa nama orang yang dibantu?",
        ["group"] = Paths.ToGroup,
        ["story"] = Paths.ToStory,
        ["village"] = Paths.ToVillage,
        ["photos"] = Paths.ToPhotos,
        ["name"] = Paths.ToName,
        ["phone"] = Paths.ToPhone,
        ["national_id"] = Paths.ToNationalId,
        ["review"] = Paths.ToReview,
        ["receipt"] = Paths.ToReceipt,
    };

    public static TheoryData<string, string> Titles
    {
        get
        {
            var titles = new TheoryData<string, string>();
            foreach (var (file, title, _) in All)
            {
                titles.Add(file, title);
            }

            return titles;
        }
    }

    private static IEnumerable<(string File, string Title, string Script)> All =>
        from path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Dialogs", "Scripts"), "*.txt").Order(StringComparer.Ordinal)
        from script in File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n== ").Skip(1)
        let parts = script.Split('\n', 2)
        select (Path.GetFileNameWithoutExtension(path), parts[0].Trim(), parts[1]);

    [Theory, MemberData(nameof(Titles))]
    public async Task A_conversation_goes_as_it_is_written(string file, string title)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        var script = All.Single(s => s.File == file && s.Title == title).Script.TrimStart();
        if (script.StartsWith(WithProgrammes, StringComparison.Ordinal))
        {
            await chat.Database.Units.RunAsync<AddProgrammes, int>((act, stop) => act.DoAsync(Provenance.Job("programmes", chat.Database.Clock.UtcNow), stop), default);
            script = script[WithProgrammes.Length..].TrimStart();
        }

        if (script.StartsWith('@'))
        {
            await chat.PlayAsync(Ways[script[1..script.IndexOf('\n', StringComparison.Ordinal)].Trim()]);
            await chat.WaitAsync();
            script = script[script.IndexOf('\n', StringComparison.Ordinal)..];
        }

        // Act, Assert
        await chat.PlayAsync(script);
    }
}
