using SlrtBot.TestKit.Conversations;

namespace SlrtBot.Bot.Tests.Dialogs.BadInputs;

/// <summary>A question, the way to it, and which of the bad inputs are an answer to it after all.</summary>
/// <param name="Step">As stored: dialog and step.</param>
/// <param name="Question">A part of it that no other question has.</param>
public sealed record AskedAt(string Step, string Way, string Question, params BadKind[] Answers)
{
    private static readonly BadKind[] AnyWords =
        [BadKind.Forwarded, BadKind.NoName, BadKind.Gibberish, BadKind.Endless, BadKind.Story];

    public static IReadOnlyList<AskedAt> All { get; } =
    [
        new("menu", "> halo", "Silakan pilih, atau langsung ceritakan", BadKind.File, BadKind.Voice, BadKind.Place, BadKind.Story),
        new("complaint/consent", Paths.ToConsent, "Apakah Anda setuju?"),
        new("complaint/subject", Paths.ToSubject, "Langkah 1 dari 6", BadKind.Story),
        new("complaint/subject", "> ibu saya dicoret dari pkh padahal dulu dapat\n< setuju?\n> setuju", "Ini untuk ibu Anda?"),
        new("complaint/subject_name", $"{Paths.ToSubject}\n> tetangga", "Siapa nama orang yang dibantu?", BadKind.Gibberish),
        new("complaint/group", Paths.ToGroup, "Langkah 2 dari 6"),
        new("complaint/group", "> bansos saya sudah 3 bulan belum cair tanpa penjelasan\n< setuju?\n> setuju", "Langkah 2 dari 6"),
        new("complaint/topic", $"{Paths.ToGroup}\n> bantuan uang\n> anak saya ijazahnya ditahan sekolah karena belum bayar", "sepertinya tentang"),
        new("complaint/category", $"{Paths.ToGroup}\n> kesehatan", "Lebih tepatnya yang mana?"),
        new("complaint/official", $"{Paths.ToGroup}\n> 7\n> petugas", "Ini tentang siapa?"),
        new("complaint/official_name", $"{Paths.ToGroup}\n> 7\n> petugas\n> petugas desa", "Siapa nama orang itu?", BadKind.Gibberish),
        new("complaint/story", Paths.ToStory, "Langkah 3 dari 6", [BadKind.Voice, BadKind.NoName, BadKind.Gibberish, BadKind.Endless, BadKind.Story]),
        new("complaint/kind", $"{Paths.ToStory}\n> saran saya sebaiknya jadwal pencairan pkh diumumkan di balai desa\n< catat\n> selesai", "pertanyaan, saran, atau keluhan?"),
        new("complaint/village", Paths.ToVillage, "Langkah 4 dari 6. Di desa"),
        new("complaint/village", $"{Paths.ToVillage}\n> [Pilih kecamatan]", "Pilih kecamatannya"),
        new("complaint/village", $"{Paths.ToVillage}\n> soreang", "Pilih desa atau kelurahannya"),
        new("complaint/village", $"> /start d_3204372001\n{Paths.ToVillage}", "Apakah kejadiannya di"),
        new("complaint/photos", Paths.ToPhotos, "Langkah 5 dari 6", BadKind.File),
        new("complaint/name", Paths.ToName, "Langkah 6 dari 6", BadKind.Gibberish, BadKind.OwnContact),
        new("complaint/phone", Paths.ToPhone, "Berapa nomor HP", BadKind.OwnContact),
        new("complaint/national_id", Paths.ToNationalId, "16 angka NIK"),
        new("complaint/national_id", Paths.ToNationalId.Replace("tidak punya biaya", "NIK 3204371203749999").Replace("< 16 angka NIK", ""), "Apakah itu NIK?"),
        new("complaint/domicile", $"{Paths.ToNationalId}\n> 3273375203749999", "Apakah alamat di KTP juga"),
        new("complaint/review", Paths.ToReview, "Periksa dulu sebelum dikirim"),
        new("complaint/village", $"{Paths.ToReview}\n> ubah desa", "Langkah 4 dari 6"),
        new("complaint/receipt", Paths.ToReceipt, "Silakan pilih, atau langsung ceritakan", BadKind.File, BadKind.Voice, BadKind.Place, BadKind.Story),
        new("menu", $"{Paths.ToReceipt}\n> menu\n> tolong kirim juga kabarnya ke kantor desa kami\n< tambahan", "Apakah ini tambahan", [BadKind.File, BadKind.Voice, BadKind.Place, .. AnyWords]),
        new("adding/more", $"{Paths.ToReceipt}\n> tambah", "Silakan kirim tambahan", [BadKind.File, BadKind.Voice, BadKind.Place, .. AnyWords]),
        Afterwards("rating", "> sudah", "Bagaimana pelayanan kami", BadKind.File, BadKind.Voice, BadKind.Story),
        Afterwards("again", "> sudah\n> 1", "Apakah laporan ini perlu dibuka lagi?", BadKind.File, BadKind.Voice, BadKind.Story),
        Afterwards("comment", "> sudah\n> 5", "Ada yang ingin Anda sampaikan", [BadKind.File, BadKind.Voice, .. AnyWords]),
        Afterwards("missing", "> belum", "Apa yang belum Anda terima?", [BadKind.File, BadKind.Voice, .. AnyWords]),
        new("pin_choice/first", "> kunci", "Pilih 4 sampai 6 angka", BadKind.File, BadKind.Voice, BadKind.Place, BadKind.Story),
        new("pin_choice/again", "> kunci\n> 4817", "Ketik angka yang sama sekali lagi", BadKind.File, BadKind.Voice, BadKind.Place, BadKind.Story),
        new("pin_choice/what", "> kunci\n> 4817\n> 4817\n> pin\n> 4817", "Mau diapakan kuncinya?", BadKind.File, BadKind.Voice, BadKind.Place, BadKind.Story),
        new("key_word/choose", "> kata kunci", "Kata apa?", BadKind.Gibberish, BadKind.File, BadKind.Voice),
    ];

    /// <summary>A complaint that is not sent yet has a draft that holds what comes.</summary>
    public bool Keeps => Step.StartsWith("complaint/", StringComparison.Ordinal) && Step != "complaint/receipt";

    /// <summary>What the resident says when the office has asked whether the aid came; null where it has not.</summary>
    private string? AfterQuestion { get; init; }

    public override string ToString() => $"{Step} ({Question})";

    public async Task ComeAsync(ConversationScript chat)
    {
        await chat.PlayAsync(Way);
        if (AfterQuestion is { } answer)
        {
            await chat.IsAnsweredAsync();
            chat.DaysPass(3);
            await chat.RunAsync("ask-received");
            await chat.PlayAsync(answer);
        }

        await chat.WaitAsync();
    }

    private static AskedAt Afterwards(string step, string answer, string question, params BadKind[] answers) =>
        new($"afterwards/{step}", Paths.ToReceipt, question, answers) { AfterQuestion = answer };
}
