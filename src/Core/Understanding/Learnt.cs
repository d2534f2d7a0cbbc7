using System.Collections.Frozen;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Understanding;

/// <summary>Everything that was learnt from labelled lines; nothing in it changes any more.</summary>
/// <param name="DangerLines">In how many lines of danger a stem stands, and in how many of all.</param>
/// <param name="DangerSpace">Of <paramref name="Danger"/>, which learns from more lines than the others.</param>
internal sealed record Learnt(
    Normaliser Normaliser, FeatureSpace Space, LinearModel Category, LinearModel Urgency, LinearModel Kind, LinearModel Programme,
    FeatureSpace DangerSpace, LinearModel Danger, FrozenDictionary<string, (int Danger, int All)> DangerLines)
{
    private const string Safe = "-";

    /// <param name="dangers">Lines that say only whether a life is in danger: they would teach the other models to see danger everywhere.</param>
    public static Learnt From(IReadOnlyList<LabelledLine> lines, IReadOnlyList<LabelledLine> dangers, Learning how)
    {
        // What the lines themselves say is not corrected towards itself.
        var plain = new Normaliser(WordList.BuiltIn, Vocabulary.Empty);
        IReadOnlyList<LabelledLine> all = [.. lines, .. dangers];
        var read = all.Select(line => plain.Read(line.Text)).ToList();
        var words = read.SelectMany(tokens => tokens.SelectMany(t => new[] { t.Word, t.Typed })).Concat(WordList.BuiltIn.Meanings).Concat(Emergencies.BuiltIn.Words);
        var features = read.ConvertAll(Features.Of);
        var space = FeatureSpace.Of(features[..lines.Count]);
        var dangerSpace = FeatureSpace.Of(features);
        var vectors = features[..lines.Count].ConvertAll(space.Vector);
        var dangerVectors = features.ConvertAll(dangerSpace.Vector);

        (IReadOnlyList<LabelledLine> Lines, List<SparseVector> Vectors, FeatureSpace Space, Func<LabelledLine, string> Label)[] questions =
        [
            (lines, vectors, space, line => line.Category ?? "META"),
            (lines, vectors, space, line => Codes.Of(line.Urgency)),
            (lines, vectors, space, line => Codes.Of(line.Kind)),
            (lines, vectors, space, line => line.Programme ?? "-"),
            (all, dangerVectors, dangerSpace, line => line.Urgency == Complaints.Urgency.Emergency ? Codes.Of(line.Urgency) : Safe),
        ];
        var models = questions.AsParallel().AsOrdered()
            .Select(q => LinearModel.Learn(q.Vectors, [.. q.Lines.Select(q.Label)], q.Space.Size, how)).ToArray();
        return new Learnt(
            new Normaliser(WordList.BuiltIn, new Vocabulary(words)), space, models[0], models[1], models[2], models[3], dangerSpace, models[4],
            read.SelectMany((tokens, i) => tokens.Select(t => t.Stem).Distinct(StringComparer.Ordinal).Select(stem => (Stem: stem, IsDanger: all[i].Urgency == Complaints.Urgency.Emergency)))
                .GroupBy(s => s.Stem, StringComparer.Ordinal)
                .ToFrozenDictionary(g => g.Key, g => (g.Count(s => s.IsDanger), g.Count()), StringComparer.Ordinal));
    }
}
