using System.CommandLine;
using SlrtBot.Bot.Posters;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Host.Verbs;

internal static class PrintPoster
{
    private const string Every = "all";

    private static readonly Option<string> Village = new("--village")
    {
        Description = "Code of a village, with or without dots; 'all' for each village served.",
        HelpName = "CODE",
        Required = true,
    };
    private static readonly Option<string> Directory = new("--directory")
    {
        Description = "Where the files go; the current directory by default.",
        HelpName = "DIRECTORY",
    };
    private static readonly Option<string> Language = new("--language") { Description = "id (default) or en.", HelpName = "LANGUAGE" };

    public static Verb Verb { get; } = new(
        "poster", VerbKind.Reads, "Write a village's poster and cards with QR codes as a page to print.", RunAsync)
    {
        Options = [Village, Directory, Language],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        await call.Services.GetRequiredService<PrepareAreas>().AtStartAsync(cancellationToken);
        var language = call.Value(Language) ?? PhraseBook.Fallback;
        if (!call.Services.GetRequiredService<PhraseBook>().Languages.Contains(language))
        {
            throw new WrongCallException($"poster knows no language '{language}'. See poster --help.");
        }

        var villages = Villages(call.Services.GetRequiredService<AreaCatalogue>(), call.Given(Village));
        var directory = System.IO.Directory.CreateDirectory(call.Value(Directory) ?? ".");
        var draw = call.Services.GetRequiredService<DrawPoster>();
        foreach (var village in villages)
        {
            var page = await draw.DoAsync(village, call.Services.GetRequiredService<HostSettings>().PublicUrl, language, cancellationToken)
                ?? throw new OptionsException("Telegram__BotToken", "or Host__PublicUrl is needed: a poster must say where to write to");
            var file = Path.Combine(directory.FullName, $"poster-{village}.html");
            await File.WriteAllTextAsync(file, page, cancellationToken);
            await call.Out.WriteLineAsync(file);
        }

        return ExitCode.Done;
    }

    private static IReadOnlyList<string> Villages(AreaCatalogue areas, string wanted)
    {
        if (wanted == Every)
        {
            return [.. areas.Regencies.SelectMany(areas.Districts).SelectMany(d => areas.Villages(d.Code)).Select(v => v.Code)];
        }

        return AreaCode.Normalise(wanted) is { } code && areas.Find(code) is { Level: AreaLevel.Village }
            ? [code]
            : throw new WrongCallException($"'{wanted}' is no village served here: its code looks like 32.04.37.2001.");
    }
}
