using SlrtBot.TestKit.Conversations;

namespace SlrtBot.Bot.Tests.Dialogs;

/// <summary>The shortest ways to a step, for scripts that begin there.</summary>
internal static class Paths
{
    public const string ToConsent =
        """
        > lapor
        < Apakah Anda setuju?
        """;

    public const string ToSubject =
        $"""
        {ToConsent}
        > setuju
        < Langkah 1 dari 6
        """;

    public const string ToGroup =
        $"""
        {ToSubject}
        > saya sendiri
        < Langkah 2 dari 6
        """;

    /// <summary>A category that needs no NIK.</summary>
    public const string ToStory =
        $"""
        {ToGroup}
        > sekolah
        < Langkah 3 dari 6
        """;

    public const string ToVillage =
        $"""
        {ToStory}
        > ijazah anak saya ditahan sekolah
        < Selesai bercerita
        > selesai
        < Langkah 4 dari 6
        """;

    public const string ToPhotos =
        $"""
        {ToVillage}
        > Sadu
        < Langkah 5 dari 6
        """;

    public const string ToName =
        $"""
        {ToPhotos}
        > lewati
        < Langkah 6 dari 6
        """;

    public const string ToPhone =
        $"""
        {ToName}
        > Siti Aminah
        < nomor HP
        """;

    public const string ToReview =
        $"""
        {ToPhone}
        > 0812 3456 7890
        < Periksa dulu
        """;

    public const string ToReceipt =
        $"""
        {ToReview}
        > kirim
        < ✅ Laporan terkirim.
        """;

    /// <summary>A second complaint of a chat that has sent one, in the same village.</summary>
    public const string AboutTheHouse =
        """
        > lapor
        > saya
        > rumah
        > atap rumah kami bocor
        > selesai
        > ya
        > lewati
        > rahasiakan
        > kirim
        < ✅ Laporan terkirim.
        """;

    /// <summary>The step before the summary where a NIK is asked for.</summary>
    public const string ToNationalId =
        """
        > lapor
        > setuju
        > saya sendiri
        > kesehatan
        > sakit
        > suami saya sakit dan tidak punya biaya
        > selesai
        > Sadu
        > lewati
        > Siti, 081234567890
        < 16 angka NIK
        """;

    /// <summary>From the first word to a number, with everything that is asked.</summary>
    public const string EveryStep =
        """
        > /start
        < Halo, saya SlrtBot, asisten otomatis (bot)
        < Gratis
        > [Sampaikan keluhan]
        < Apakah Anda setuju?
        > [Setuju, lanjut]
        < Langkah 1 dari 6. Keluhan ini untuk siapa?
        > [Saya sendiri]
        < Langkah 2 dari 6
        > [Bantuan uang & pangan]
        < Lebih tepatnya
        > [Belum cair / saldo nol]
        < Langkah 3 dari 6
        > Sudah tiga bulan beras tidak datang
        < Sudah saya catat.
        > padahal tetangga dapat
        < Sudah saya catat.
        > [Selesai bercerita]
        < Langkah 4 dari 6
        > kp cibeureum rt3 rw5 desa Sadu
        < Saya catat: Desa Sadu, Kec. Soreang.
        < Langkah 5 dari 6
        > [Lewati]
        < Langkah 6 dari 6
        > Siti Aminah 0812 3456 7890
        < NIK
        > 3204 3752 0374 9999
        < Periksa dulu sebelum dikirim.
        < 1. Untuk: Saya sendiri
        < 2. Masalah: Belum cair / saldo nol
        < 3. Cerita: Sudah tiga bulan beras tidak datang padahal tetangga dapat
        < 4. Tempat: Desa Sadu, Kec. Soreang
        < 5. Foto/surat: tidak ada
        < 6. Pelapor: Siti Aminah, 0812-3456-7890, NIK ••••••••••••9999
        > [Kirim laporan]
        < ✅ Laporan terkirim.
        < Petugas menjawab paling lambat Senin, 30 November 2026
        < Tidak ada lagi yang perlu Anda lakukan
        """;

    /// <summary>A complaint lodged from beginning to end.</summary>
    /// <returns>Its reference.</returns>
    public static async Task<string> LodgeAsync(this ConversationScript chat)
    {
        await chat.PlayAsync(ToReceipt);
        return await chat.FirstReferenceAsync();
    }
}
