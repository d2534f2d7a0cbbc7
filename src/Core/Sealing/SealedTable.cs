using System.Reflection;

namespace SlrtBot.Core.Sealing;

/// <summary>
/// The first part of the place that a value is sealed for. Each entity with sealed values has one; the name is part of
/// what opens them, so it stays when the table is given another name.
/// </summary>
/// <param name="Name">As it was when the first value was sealed.</param>
public readonly record struct SealedTable(string Name)
{
    /// <summary>Of an entity that is known at run time only.</summary>
    /// <param name="entity">With a static field <c>Table</c>, as every entity with sealed values has one.</param>
    public static SealedTable Of(Type entity) => (SealedTable)entity.GetField("Table", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
}
