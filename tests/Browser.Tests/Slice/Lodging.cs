namespace SlrtBot.Browser.Tests.Slice;

/// <summary>All that a resident reads from opening the chat page to the receipt, who tells the usual from Ancolmekar on 23 November 2026.</summary>
internal static class Lodging
{
    public static readonly string[] Messages =
    [
        "Ini SlrtBot, asisten otomatis (bot). Tekan Mulai, atau langsung tulis masalah Anda di bawah.",
        """
        Halo, saya SlrtBot, asisten otomatis (bot) Puskesos. Saya membantu Anda menyampaikan keluhan bantuan sosial dan melihat perkembangannya. Gratis, tanpa biaya apa pun.

        Silakan pilih, atau langsung ceritakan masalah Anda.
        """,
        "Agar bisa dibantu, kami menyimpan cerita, nama, dan nomor HP Anda selama 5 tahun setelah laporan selesai. Hanya petugas yang menangani yang bisa membacanya. Anda bisa menarik izin kapan saja dengan menulis «cabut izin». Apakah Anda setuju?",
        "Langkah 1 dari 6. Keluhan ini untuk siapa?",
        "Langkah 2 dari 6. Keluhan tentang apa? Pilih yang paling dekat.",
        "Lebih tepatnya yang mana? Pilih satu.",
        "Langkah 3 dari 6. Ceritakan masalahnya dengan kata-kata Anda sendiri. Boleh beberapa pesan.",
        "Sudah saya catat. Kalau masih ada, kirim lagi. Kalau sudah cukup, pilih «Selesai bercerita».",
        "Langkah 4 dari 6. Di desa atau kelurahan mana? Ketik namanya; boleh sekalian kampung, RT/RW, atau patokan rumah.",
        """
        Saya catat: Desa Ancolmekar, Kec. Arjasari.

        Langkah 5 dari 6. Ada foto atau surat yang mau ditunjukkan? Boleh dilewati. Jangan kirim PIN atau kode OTP.
        """,
        "Langkah 6 dari 6. Siapa nama Anda? Boleh sekalian nomor HP, karena petugas mungkin menelepon.",
        "Dengan NIK, petugas bisa langsung mencari nama Anda di daftar bantuan. Kirim 16 angka NIK dari KTP atau KK, atau lewati.",
        """
        Periksa dulu sebelum dikirim.

        1. Untuk: Saya sendiri
        2. Masalah: Belum pernah dapat
        3. Cerita: Sudah tiga bulan beras tidak datang, padahal tetangga semua dapat.
        4. Tempat: Desa Ancolmekar, Kec. Arjasari (Kp. Cibeureum RT 03 RW 05, Desa Ancolmekar)
        5. Foto/surat: tidak ada
        6. Pelapor: Siti Aminah, 0812-3456-7890

        Laporan belum terkirim sampai Anda memilih «Kirim laporan».
        """,
        """
        ✅ Laporan terkirim.
        Nomor: {ref}Salin

        Petugas menjawab paling lambat Senin, 30 November 2026. Tidak ada lagi yang perlu Anda lakukan sekarang. Simpan nomor ini; tulis «cek» kapan saja untuk melihat perkembangannya.
        """,
    ];
}
