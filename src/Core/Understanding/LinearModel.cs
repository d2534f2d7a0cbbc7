using System.Numerics;
using System.Runtime.CompilerServices;

namespace SlrtBot.Core.Understanding;

/// <summary>
/// Multinomial logistic regression over sparse vectors of length one, learnt by stochastic descent in a fixed order of
/// chance: the same lines always give the same model. It is the mean of the later half of the rounds, since the last
/// lines of a single one would say too much.
/// </summary>
internal sealed class LinearModel
{
    private const float RateOfBias = 0.1f;
    private readonly float[] _weights;
    private readonly int _stride;
    private readonly int _bias;

    private LinearModel(string[] labels, int inputs)
    {
        Labels = labels;
        _stride = (labels.Length + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _bias = inputs;
        _weights = new float[(inputs + 1) * _stride];
    }

    public string[] Labels { get; }

    /// <param name="labels">One of each line, in their order.</param>
    public static LinearModel Learn(IReadOnlyList<SparseVector> lines, IReadOnlyList<string> labels, int inputs, Learning how)
    {
        var known = labels.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var model = new LinearModel(known, inputs);
        var wanted = labels.Select(label => Array.IndexOf(known, label)).ToArray();
        var order = Enumerable.Range(0, lines.Count).ToArray();
        var chance = new Random(how.Seed);
        var error = new float[model._stride];
        var sum = new float[model._weights.Length];
        var settled = how.Rounds / 2;
        for (var round = 0; round < how.Rounds; round++)
        {
            chance.Shuffle(order);
            var rate = how.Rate / (1 + (how.Decay * round));
            foreach (var i in order)
            {
                model.Step(lines[i], wanted[i], rate, error);
            }

            if (round >= settled)
            {
                AddScaled(sum, model._weights, 1f / (how.Rounds - settled));
            }
        }

        sum.CopyTo(model._weights, 0);

        return model;
    }

    public float[] Probabilities(SparseVector input)
    {
        var probabilities = new float[_stride];
        Fill(probabilities, input);
        return probabilities[..Labels.Length];
    }

    /// <summary>How much one input speaks for a label, against the mean of all labels.</summary>
    public float Weight(int input, int label)
    {
        var row = _weights.AsSpan(input * _stride, Labels.Length);
        var mean = 0f;
        foreach (var weight in row)
        {
            mean += weight;
        }

        return row[label] - (mean / Labels.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(SparseVector input, int wanted, float rate, float[] error)
    {
        Fill(error, input);
        error[wanted] -= 1;
        AddScaled(_weights.AsSpan(_bias * _stride, _stride), error, -rate * RateOfBias);
        for (var i = 0; i < input.Indices.Length; i++)
        {
            AddScaled(_weights.AsSpan(input.Indices[i] * _stride, _stride), error, -rate * input.Values[i]);
        }
    }

    /// <summary>The softmax of the scores; what stands beyond the labels becomes zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(float[] scores, SparseVector input)
    {
        Array.Clear(scores);
        AddScaled(scores, _weights.AsSpan(_bias * _stride, _stride), 1);
        for (var i = 0; i < input.Indices.Length; i++)
        {
            AddScaled(scores, _weights.AsSpan(input.Indices[i] * _stride, _stride), input.Values[i]);
        }

        var real = scores.AsSpan(0, Labels.Length);
        var top = float.MinValue;
        foreach (var score in real)
        {
            top = MathF.Max(top, score);
        }

        var sum = 0f;
        for (var i = 0; i < real.Length; i++)
        {
            real[i] = MathF.Exp(real[i] - top);
            sum += real[i];
        }

        for (var i = 0; i < real.Length; i++)
        {
            real[i] /= sum;
        }

        scores.AsSpan(Labels.Length).Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddScaled(Span<float> to, ReadOnlySpan<float> from, float factor)
    {
        for (var i = 0; i < to.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(to[i..]) + (new Vector<float>(from[i..]) * factor)).CopyTo(to[i..]);
        }
    }
}

/// <summary>Indices, each once, with values; the sum of the squares is one.</summary>
internal readonly record struct SparseVector(int[] Indices, float[] Values);

/// <param name="Rounds">Few: what is learnt long is learnt by heart.</param>
internal sealed record Learning(int Rounds, float Rate, float Decay, int Seed = 1);
