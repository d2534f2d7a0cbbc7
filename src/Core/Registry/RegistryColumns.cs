using SlrtBot.Core.Imports;

namespace SlrtBot.Core.Registry;

/// <summary>
/// The columns of the lists that offices hold, with the headings by which they are known: SIKS-NG, recipients by name and address,
/// decile sheets and the shape of P3KE (docs/registry.md).
/// </summary>
public static class RegistryColumns
{
    public const string NationalId = "nik";
    public const string FamilyCard = "kk";
    public const string Name = "name";
    public const string BornOn = "born_on";
    public const string Sex = "sex";
    public const string Relation = "relation";
    public const string VillageCode = "village_code";
    public const string Village = "village";
    public const string District = "district";
    public const string Address = "address";
    public const string Decile = "decile";
    public const string Matched = "matched";
    public const string Dead = "dead";
    public const string Inactive = "inactive";
    public const string ListId = "list_id";

    /// <summary>Whose cells say which programme, as in "BANSOS: PKH".</summary>
    public const string Programme = "programme";

    /// <summary>Code of the programme catalogue → the columns whose cells say yes or no.</summary>
    public static IReadOnlyDictionary<string, string> OfProgramme { get; } = new Dictionary<string, string>
    {
        ["has_pkh"] = "PKH", ["has_sembako"] = "SEMBAKO", ["has_pbi"] = "PBI-JK", ["has_rutilahu"] = "RUTILAHU", ["has_atensi"] = "ATENSI",
        ["has_pena"] = "PENA", ["has_permakanan"] = "PERMAKANAN", ["has_yapi"] = "YAPI",
    };

    public static IReadOnlyList<ImportColumn> All { get; } =
    [
        new(NationalId, "NIK", "NIK KTP", "No NIK", "Nomor NIK", "No KTP", "Nomor Induk Kependudukan"),
        new(FamilyCard, "NOKK", "No KK", "Nomor KK", "KK", "Nomor Kartu Keluarga", "No Kartu Keluarga"),
        new(Name, "Nama", "Nama Penerima", "Nama Lengkap", "Nama Kepala Keluarga", "Nama KRT", "Nama Anggota Keluarga", "Nama KPM"),
        new(BornOn, "Tanggal Lahir", "Tgl Lahir", "Tgl. Lahir", "TGLLAHIR"),
        new(Sex, "Jenis Kelamin", "JK", "L/P", "Kelamin"),
        new(Relation, "Hubungan dengan Kepala Keluarga", "Status Hubungan Keluarga", "Hubungan Keluarga", "SHDK", "Hub Keluarga"),
        new(VillageCode, "Kode Kemdagri", "Kode Desa", "ID Desa", "Kode Kelurahan", "Kode Desa/Kelurahan", "Kode Wilayah"),
        new(Village, "Desa/Kelurahan", "Desa Kelurahan", "NM KEL", "Kelurahan", "Desa", "Nama Desa", "Nama Kelurahan", "Nama Desa/Kelurahan", "Kelurahan/Desa"),
        new(District, "Kecamatan", "NM KEC", "Nama Kecamatan"),
        new(Address, "Alamat", "Alamat Lengkap", "Alamat Domisili"),
        new(Decile, "Desil", "Desil Kesejahteraan", "Desil Nasional", "Peringkat Desil", "Desil DTSEN"),
        new(Matched, "Padan Dukcapil", "Padan", "Status Padan"),
        new(Dead, "Keterangan Meninggal", "Meninggal"),
        new(Inactive, "Nonaktif", "is nonaktif", "Non Aktif"),
        new(ListId, "IDSEMESTA", "ID Semesta", "ID DTSEN", "ID Individu", "ID Keluarga P3KE", "ID BDT"),
        new(Programme, "Bansos", "Program", "Jenis Bansos", "Program Bansos"),
        new("has_pkh", "PKH", "Penerima PKH"),
        new("has_sembako", "BPNT", "SEMBAKO", "Penerima BPNT", "Penerima SEMBAKO"),
        new("has_pbi", "PBI", "PBI JK", "PBI JKN", "Penerima PBI"),
        new("has_rutilahu", "RUTILAHU"),
        new("has_atensi", "ATENSI"),
        new("has_pena", "PENA"),
        new("has_permakanan", "PERMAKANAN"),
        new("has_yapi", "YAPI"),
    ];
}
