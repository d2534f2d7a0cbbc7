using System.Text;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>
/// What a made-up resident and the staff say, each of it found nowhere else; and the shapes in which it could lie
/// about: UTF-8, UTF-16 of both orders, and base64 at each of its three alignments.
/// </summary>
internal static class Seeds
{
    public const string Profile = "Kartinem";
    public const string Name = "Wulansih Zirkoni";
    public const string NationalId = "3204375203749997";
    public const string NationalIdInGroups = "3204 3752 0374 9997";
    public const string Stray = "3204376108519993";
    public const string Phone = "081298765439";
    public const string PhoneInGroups = "0812 9876 5439";
    public const string Contact = "6281377664455";
    public const string Address = "Gang Zamrudkelam RT 07 RW 09";
    public const string Story = "kaki suami saya lumpuh sejak lama, butuh kursi roda, dulu memetik kelapa";
    public const string Longitude = "107.524683";
    public const string Poison = "kalimat beracun yang menggagalkan giliran";
    public const string Question = "Apakah Ibu masih menyimpan suratnya?";
    public const string Reply = "Suratnya hilang waktu banjir bandang";
    public const string Note = "Tetangga bilang rumahnya kosong";
    public const string Request = "Mohon pasien ini diperiksa di rumah";
    public const string Outcome = "Sudah mendapat kasur bulu angsa";
    public const string Own = "Kami datang hari Kamis pagi";
    public const long ChatId = 7_311_954_208;

    /// <summary>The number as it is kept, the village's part of the pin, and the words by themselves.</summary>
    public static IReadOnlyList<string> OfResident { get; } =
    [
        Profile, Name, "Zirkoni", NationalId, NationalIdInGroups, Stray, Phone, "6281298765439", PhoneInGroups, "0812-9876-5439", Contact,
        Address, "Zamrudkelam", Story, "lumpuh", "kelapa", Longitude, Poison, "beracun", Reply, "banjir bandang", $"{ChatId}",
    ];

    public static IReadOnlyList<string> OfStaff { get; } = [Question, Note, Request, Outcome, Own, "bulu angsa", StaffBrowser.Password];

    public static IReadOnlyDictionary<string, IReadOnlyList<byte[]>> Shapes(IEnumerable<string> words) =>
        words.Distinct().ToDictionary(w => w, w => (IReadOnlyList<byte[]>)
        [
            Encoding.UTF8.GetBytes(w), Encoding.Unicode.GetBytes(w), Encoding.BigEndianUnicode.GetBytes(w), .. InBase64(Encoding.UTF8.GetBytes(w)),
        ]);

    /// <summary>The part of the base64 text that does not depend on what stands before and after.</summary>
    public static IEnumerable<byte[]> InBase64(byte[] plain)
    {
        for (var before = 0; before < 3; before++)
        {
            var text = Convert.ToBase64String([.. new byte[before], .. plain]);
            var first = before == 0 ? 0 : 4;
            var last = (before + plain.Length) / 3 * 4;
            if (last - first >= 8)
            {
                yield return Encoding.ASCII.GetBytes(text[first..last]);
            }
        }
    }
}
