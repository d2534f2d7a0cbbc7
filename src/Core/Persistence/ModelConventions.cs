using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Persistence;

/// <summary>
/// What holds for every table: snake_case names, enums stored by code, UTC instants, sealed values as bytes,
/// versions as concurrency tokens. Both databases read the same.
/// </summary>
internal static class ModelConventions
{
    public static void Configure(ModelConfigurationBuilder builder)
    {
        builder.Properties<DateTime>().HaveConversion<UtcConverter>();
        builder.Properties<Sealed>().HaveConversion<SealedConverter, SealedComparer>();
    }

    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Codes.SnakeCase(property.Name));
                Convert(property);
            }

            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            {
                entity.GetProperty(nameof(IVersioned.Version)).IsConcurrencyToken = true;
            }

            NameKeysAndIndexes(entity);
        }
    }

    private static void Convert(IMutableProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsEnum)
        {
            property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(CodeConverter<>).MakeGenericType(type))!);
        }
    }

    private static void NameKeysAndIndexes(IMutableEntityType entity)
    {
        var table = entity.GetTableName();
        entity.FindPrimaryKey()?.SetName($"pk_{table}");
        foreach (var key in entity.GetForeignKeys())
        {
            key.SetConstraintName($"fk_{table}_{string.Join('_', key.Properties.Select(p => p.GetColumnName()))}");
        }

        foreach (var index in entity.GetIndexes().Where(i => i.Name is null && i.FindAnnotation(RelationalAnnotationNames.Name) is null))
        {
            index.SetDatabaseName($"ix_{table}_{string.Join('_', index.Properties.Select(p => p.GetColumnName()))}");
        }
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        v => v.Kind == DateTimeKind.Utc ? v : DateTime.SpecifyKind(v, DateTimeKind.Utc),
        v => DateTime.SpecifyKind(v, DateTimeKind.Utc));

    private sealed class SealedConverter() : ValueConverter<Sealed, byte[]>(v => v.Bytes, v => new Sealed(v));

    // A sealed value never changes in place, and sealing the same words again gives other bytes.
    private sealed class SealedComparer() : ValueComparer<Sealed>((a, b) => ReferenceEquals(a, b), v => v.GetHashCode(), v => v);

    /// <summary>Stores an enum member by its snake_case code.</summary>
    private sealed class CodeConverter<TEnum>() : ValueConverter<TEnum, string>(
        v => Codes.Of(v), v => Codes.Parse<TEnum>(v))
        where TEnum : struct, Enum;
}
