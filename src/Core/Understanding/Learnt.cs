using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Understanding;

/// <summary>Everything that was learnt from labelled lines; nothing in it changes any more.</summary>
internal sealed record Learnt(
    Normaliser Normaliser, FeatureSpace Space, LinearModel Category, LinearModel Urgency, LinearModel Kind, LinearModel Programme)
{
    public static Learnt From(IReadOnlyList<LabelledLine> lines, Learning how)
    {
        // What the lines themselves say is not corrected towards itself.
        var plain = new Normaliser(WordList.BuiltIn, Vocabulary.Empty);
        var read = lines.Select(line => plain.Read(line.Text)).ToList();
        var words = read.SelectMany(tokens => tokens.SelectMany(t => new[] { t.Word, t.Typed })).Concat(WordList.BuiltIn.Meanings).Concat(Emergencies.BuiltIn.Words);
        var features = read.ConvertAll(Features.Of);
        var space = FeatureSpace.Of(features);
        var vectors = features.ConvertAll(space.Vector);

        Func<LabelledLine, string>[] questions =
            [line => line.Category ?? "META", line => Codes.Of(line.Urgency), line => Codes.Of(line.Kind), line => line.Programme ?? "-"];
        var models = questions.AsParallel().AsOrdered()
            .Select(question => LinearModel.Learn(vectors, [.. lines.Select(question)], space.Size, how)).ToArray();
        return new Learnt(new Normaliser(WordList.BuiltIn, new Vocabulary(words)), space, models[0], models[1], models[2], models[3]);
    }
}
