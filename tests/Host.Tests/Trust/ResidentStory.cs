using Microsoft.EntityFrameworkCore;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Files;
using SlrtBot.TestKit;
using SlrtBot.TestKit.FakeTelegram;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>A resident who tells everything that a person can tell, over the webhook.</summary>
internal sealed class ResidentStory(Installation installation)
{
    public FakePhone Phone { get; } = installation.Telegram.Phone(Seeds.ChatId, Seeds.Profile);

    /// <returns>The complaint that it became.</returns>
    public async Task<Complaint> LodgeAsync()
    {
        await SayAsync("/start");
        await PressAsync("Sampaikan keluhan");
        await PressAsync("Setuju");
        await PressAsync("Saya sendiri");
        await PressAsync("uang & pangan");
        await PressAsync("Belum cair");
        await SayAsync(Seeds.Story);
        await SayAsync($"nomor di kartu tetangga {Seeds.Stray}");
        await PauseAsync();
        await PressAsync("Selesai bercerita");
        await PressAsync("Tetap yang tadi");
        await AnswerAsync(Phone.SharesLocationAsync(-7.031276, double.Parse(Seeds.Longitude, System.Globalization.CultureInfo.InvariantCulture)));
        await SayAsync($"{Seeds.Address} desa Sadu");
        await AnswerAsync(Phone.SendsPhotoAsync(caption: $"Rumah {Seeds.Name}", bytes: SamplePictures.PhoneJpeg()));
        await PressAsync("Selesai");
        await SayAsync(Seeds.Name);
        await AnswerAsync(Phone.SharesContactAsync(Seeds.Contact));
        await SayAsync(Seeds.NationalIdInGroups);
        await PressAsync("Kirim laporan");
        await installation.UntilAsync(async db => !await db.StoredFiles.AnyAsync(f => f.State == FileState.Pending));
        return await installation.ReadAsync(db => db.Complaints.SingleAsync());
    }

    public Task SayAsync(string text) => AnswerAsync(Phone.SaysAsync(text));

    /// <summary>The newest button whose label holds these words.</summary>
    public Task PressAsync(string label)
    {
        var button = Phone.Heard.Reverse().SelectMany(m => m.Buttons).FirstOrDefault(b => b.Label.Contains(label, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No button '{label}'. The chat:\n{string.Join('\n', Phone.Chat)}");
        return AnswerAsync(Phone.PressesAsync(button.Label));
    }

    /// <summary>Nothing more is written for so long that a story in pieces is answered.</summary>
    public async Task PauseAsync()
    {
        installation.Clock.Advance(new PaceOptions().LongestPause);
        await installation.UntilAsync(db => db.Conversations.AllAsync(c => c.CollectUntil == null));
        await installation.QuietAsync();
    }

    private async Task AnswerAsync(Task<FakeDelivery> update)
    {
        await update;
        await installation.QuietAsync();
    }
}
