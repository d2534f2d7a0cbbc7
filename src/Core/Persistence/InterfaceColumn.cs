using System.Linq.Expressions;
using System.Reflection;

namespace SlrtBot.Core.Persistence;

/// <summary>
/// The columns of a table that an interface names, for conditions that hold for several tables. EF knows an entity's own
/// properties, so each is found once, through the interface's map, and never by its name alone.
/// </summary>
internal static class InterfaceColumn<TRow, TInterface>
    where TRow : TInterface
{
    private static readonly Dictionary<string, PropertyInfo> Properties = Find();

    public static MemberExpression Of(Expression row, string member) => Expression.Property(row, Properties[member]);

    private static Dictionary<string, PropertyInfo> Find()
    {
        var map = typeof(TRow).GetInterfaceMap(typeof(TInterface));
        var own = typeof(TRow).GetProperties();
        return map.InterfaceMethods.Zip(map.TargetMethods)
            .Select(pair => (
                Member: typeof(TInterface).GetProperties().Single(p => p.GetMethod == pair.First).Name,
                Own: own.Single(p => p.GetMethod?.MethodHandle == pair.Second.MethodHandle)))
            .ToDictionary(pair => pair.Member, pair => pair.Own);
    }
}
