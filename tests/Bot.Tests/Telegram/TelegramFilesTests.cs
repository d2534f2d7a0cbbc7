using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Files;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.FakeTelegram;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

/// <summary>A message that names a file is answered at once; the file is fetched afterwards.</summary>
public sealed class TelegramFilesTests
{
    [Fact]
    public async Task A_photo_is_fetched_and_kept_without_its_place()
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();

        // Act
        await host.Telegram.Phone().SendsPhotoAsync();
        var file = await FetchAsync(host);

        // Assert
        Assert.Equal((FileState.Stored, FileKind.Photo, "image/jpeg"), (file.State, file.Kind, file.ContentType));
        var bytes = await host.Services.GetRequiredService<FileStore>().ReadAsync(file.Id, CancellationToken.None);
        Assert.Equal(file.Size, bytes!.Length);
        Assert.DoesNotContain(SamplePictures.Secret, System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_voice_note_is_kept_as_it_is()
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();

        // Act
        await host.Telegram.Phone().SendsVoiceAsync();
        var file = await FetchAsync(host);

        // Assert
        Assert.Equal((FileState.Stored, FileKind.Voice, "audio/ogg"), (file.State, file.Kind, file.ContentType));
    }

    [Theory]
    [InlineData("laporan.html", "text/html", "<html><script>")]
    [InlineData("foto.jpg", "image/jpeg", "<svg onload=alert(1)>")]
    [InlineData("surat.pdf", "application/pdf", "PK\u0003\u0004zip")]
    public async Task What_is_not_what_it_says_is_refused(string name, string mime, string contents)
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();

        // Act
        await host.Telegram.Phone().SendsDocumentAsync(name, mime, System.Text.Encoding.UTF8.GetBytes(contents));
        var file = await FetchAsync(host);

        // Assert
        Assert.Equal(FileState.Refused, file.State);
    }

    [Fact]
    public async Task What_is_too_large_is_refused()
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();

        // Act
        await host.Telegram.Phone().SendsDocumentAsync("besar.pdf", "application/pdf", new byte[(20 * 1024 * 1024) + 1]);
        var file = await FetchAsync(host);

        // Assert
        Assert.Equal(FileState.Refused, file.State);
    }

    [Fact]
    public async Task A_file_that_fails_is_tried_six_times_ever_more_rarely_and_then_given_up()
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();
        host.Telegram.Faults.Always("getFile", FakeFault.ServerError);
        await host.Telegram.Phone().SendsPhotoAsync();
        var file = await FetchAsync(host);
        var waits = new List<double>();

        // Act
        while (file.State == FileState.Pending)
        {
            waits.Add((file.NotBefore!.Value - host.Clock.UtcNow).TotalSeconds);
            host.Clock.SetUtc(file.NotBefore.Value);
            file = await FetchAsync(host);
        }

        // Assert
        Assert.Equal([10, 20, 40, 80, 160], waits);
        Assert.Equal(FileState.Failed, file.State);
    }

    [Fact]
    public async Task A_file_that_is_gone_ends_after_some_tries_and_its_sender_is_told()
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();
        host.Telegram.Files.AreGone = true;
        await host.Telegram.Phone().SendsPhotoAsync();
        var file = await FetchAsync(host);

        // Act
        while (file.State == FileState.Pending)
        {
            host.Clock.SetUtc(file.NotBefore!.Value);
            file = await FetchAsync(host);
        }

        // Assert
        Assert.Equal((FileState.Failed, 6), (file.State, file.Tries));
        await host.Telegram.Phone().HearsAsync(m => m.Text.Contains("foto yang Anda kirim tidak sampai ke kami", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_paper_that_was_sent_as_a_photo_is_a_document()
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();

        // Act
        await host.Telegram.Phone().SendsDocumentAsync("surat.jpg", "image/jpeg", "%PDF-1.4 surat"u8.ToArray());
        var file = await FetchAsync(host);

        // Assert
        Assert.Equal((FileState.Stored, FileKind.Document, "application/pdf"), (file.State, file.Kind, file.ContentType));
    }

    [Fact]
    public async Task A_file_waits_as_long_as_Telegram_asks_and_that_is_no_failure()
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();
        host.Telegram.Faults.Next("getFile", FakeFault.TooManyRequests(30));
        await host.Telegram.Phone().SendsPhotoAsync();

        // Act
        var waiting = await FetchAsync(host);
        host.Clock.Advance(TimeSpan.FromSeconds(31));
        var fetched = await FetchAsync(host);

        // Assert
        Assert.Equal((FileState.Pending, 0), (waiting.State, waiting.Tries));
        Assert.Equal(FileState.Stored, fetched.State);
    }

    /// <summary>Waits for the answer, so that the file is known, and lets the fetcher look once.</summary>
    private static async Task<StoredFile> FetchAsync(TelegramHost host)
    {
        await host.Telegram.Phone().HearsAsync(_ => true);
        await host.Services.GetRequiredService<FileFetcher>().FetchDueAsync(CancellationToken.None);
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SlrtDbContext>().StoredFiles.AsNoTracking().SingleAsync();
    }
}
