using System.Globalization;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Persons;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Demo;

/// <summary>Makes the rows of a made-up list: the same ones for the same plan, but for their sealing.</summary>
public sealed class DemoRegistryEntries(AreaCatalogue areas, FieldCipher cipher, RegistryKeys keys)
{
    private const string Stream = "registry";
    private const int PerVillage = 14;

    /// <summary>Behind the people of complaints, so that no draw of theirs is one of a neighbour.</summary>
    private const int FirstNeighbour = 1_000_000;

    public IEnumerable<RegistryEntry> Of(DemoPlan plan, string regency, Guid snapshot, IReadOnlyList<Complaint> complaints, bool isNew)
    {
        var people = complaints.SelectMany((complaint, at) => OfComplaint(DemoRandom.For(plan.Key, Stream, at), complaint, isNew))
            .Concat(areas.Districts(regency).SelectMany(d => areas.Villages(d.Code)).SelectMany((village, at) => Neighbours(plan, village.Code, at, isNew)));
        return people.DistinctBy(p => p.Record.NationalId).Select((p, at) => Entry(snapshot, at + 1, p));
    }

    /// <summary>Of a hundred: forty listed, ten of them not matched or dead; ten who are only alike; five twins; the others missing.</summary>
    private IEnumerable<Listed> OfComplaint(DemoRandom chance, Complaint complaint, bool isNew)
    {
        var facts = cipher.FactsOf(complaint);
        var (kind, made, decile) = (chance.Below(100), DemoPeople.Make(chance, complaint.VillageCode), 1 + chance.Below(5));
        var (card, born, vanishes) = (CardOf(chance, complaint.VillageCode), BornOn(chance), chance.Chance(0.06));
        if (facts.Name is not { } name || kind >= 55 || (isNew && vanishes))
        {
            yield break;
        }

        var record = new RegistryRecord(
            facts.NationalId ?? made.NationalId, card, name.ToUpperInvariant(), born, Relation: "Kepala keluarga", Address: made.Address,
            IsMatched: kind is >= 30 and < 35 ? false : true, IsDead: kind is >= 35 and < 38, Programmes: chance.Chance(0.4) ? ["SEMBAKO"] : null);
        var moved = isNew && chance.Chance(0.2) ? Math.Clamp(decile + chance.Below(3) - 1, 1, 10) : decile;
        yield return new Listed(kind is >= 40 and < 50 ? record with { NationalId = made.NationalId, Name = Slip(record.Name), BornOn = null } : record, complaint.VillageCode, moved);
        if (kind >= 50)
        {
            var twin = DemoPeople.Make(chance, complaint.VillageCode);
            yield return new Listed(record with { NationalId = NextOf(record.NationalId!), Name = twin.Name.ToUpperInvariant(), Relation = "Anak" }, complaint.VillageCode, moved);
        }
    }

    private static IEnumerable<Listed> Neighbours(DemoPlan plan, string village, int at, bool isNew)
    {
        for (var i = 0; i < PerVillage; i++)
        {
            var chance = DemoRandom.For(plan.Key, Stream, FirstNeighbour + (at * PerVillage) + i);
            var (person, card, born, decile, moment) = (DemoPeople.Make(chance, village), CardOf(chance, village), BornOn(chance), 1 + chance.Below(6), chance.Below(100));
            if (moment < 4 ? isNew : moment < 8 && !isNew)
            {
                continue;
            }

            yield return new Listed(
                new RegistryRecord(person.NationalId, card, person.Name.ToUpperInvariant(), born, Relation: "Kepala keluarga", Address: person.Address, IsMatched: true, Programmes: chance.Chance(0.5) ? ["PKH", "SEMBAKO"] : null),
                village, decile);
        }
    }

    private RegistryEntry Entry(Guid snapshot, int ordinal, Listed listed)
    {
        var (record, id) = (listed.Record, RegistryEntry.IdOf(snapshot, ordinal));
        return new RegistryEntry
        {
            Id = id,
            SnapshotId = snapshot,
            AreaCode = listed.VillageCode,
            Decile = listed.Decile,
            NationalIdIndex = keys.OfNationalId(record.NationalId!),
            FamilyCardIndex = keys.OfFamilyCard(record.FamilyCard!),
            BirthIndex = record.BornOn is { } born ? keys.OfBirth(listed.VillageCode, born) : null,
            NameIndex = keys.OfName(listed.VillageCode, record.Name),
            Record = cipher.SealBytes(record.ToBytes(), RegistryEntry.Table, id, "record"),
        };
    }

    private static string CardOf(DemoRandom chance, string village) =>
        string.Create(CultureInfo.InvariantCulture, $"{village.Replace(".", "", StringComparison.Ordinal)[..6]}39{chance.Below(100_000_000):D8}");

    private static DateOnly BornOn(DemoRandom chance) => new DateOnly(1940, 1, 1).AddDays(chance.Below(365 * 60));

    private static string NextOf(string nik) => (long.Parse(nik, CultureInfo.InvariantCulture) + 1).ToString("D16", CultureInfo.InvariantCulture);

    /// <summary>As somebody hears a name and writes it down.</summary>
    private static string Slip(string name) => name.Contains('I', StringComparison.Ordinal) ? name.Replace('I', 'Y') : $"{name}H";

    private sealed record Listed(RegistryRecord Record, string VillageCode, int Decile);
}
