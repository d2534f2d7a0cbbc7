using System.Linq.Expressions;

namespace SlrtBot.Core.Persistence;

/// <summary>A value in a condition that is built by hand: as a closure's field would be, so that one plan serves all values.</summary>
internal static class QueryParameter
{
    public static MemberExpression Of<T>(T value) => Expression.Property(Expression.Constant(new Holder<T>(value)), nameof(Holder<>.Value));

    private sealed record Holder<T>(T Value);
}
