using System.Text.RegularExpressions;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Demo;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Host.Tests.HouseRules;

/// <summary>A category is one entry: what it is stands there, and what has to be said about it is asked for.</summary>
internal static partial class Categories
{
    private const string Catalogue = "/ComplaintCategory.cs";

    /// <summary>With fewer the models hear a category only where the message is one of the lines.</summary>
    private const int FewestLines = 40;

    /// <summary>A code written out elsewhere is a rule that the next category will not be part of.</summary>
    public static IEnumerable<string> NamedByCode(SourceFile file) => file.Path.EndsWith(Catalogue, StringComparison.Ordinal)
        ? []
        : Quoted().Matches(file.Text).Select(m => m.Groups[1].Value)
            .Where(text => text.Split(' ').All(word => ComplaintCategory.All.Any(c => c.Code == word)))
            .Select(text => $"{file.Path}: \"{text}\"");

    /// <returns>What has not been done for the category, in words; none where it is complete.</returns>
    public static IEnumerable<string> Untreated(PhraseBook book, ComplaintCategory category)
    {
        foreach (var missing in Labels.Missing(book, [$"category.{category.Code}"]))
        {
            yield return $"no words: {missing}";
        }

        if (category.Group is null && !category.IsEmpty)
        {
            yield return $"{category.Code} stands in no group of the chat (ComplaintCategory.Groups)";
        }

        if (LabelledLine.BuiltIn.Count(line => line.Category == category.Code) is < FewestLines and var lines)
        {
            yield return $"{category.Code} has {lines} training lines (Understanding/Lines), {FewestLines} are the least";
        }

        if (DemoTexts.Stories.Categories.All(part => part.Code != category.Code))
        {
            yield return $"{category.Code} does not come in the demo (Demo/Data/stories.json)";
        }

        if (category is { IsDangerous: true, IsPressing: false })
        {
            yield return $"{category.Code} is dangerous and not pressing: an emergency that is talked down";
        }

        if (category is { IsAboutOfficial: true, IsSensitive: false })
        {
            yield return $"{category.Code} is about an official and open to everybody";
        }
    }

    [GeneratedRegex("\"([A-Z][0-9]{1,2}(?: [A-Z][0-9]{1,2})*)\"")]
    private static partial Regex Quoted();
}
