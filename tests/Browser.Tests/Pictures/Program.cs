using SlrtBot.Browser.Tests.Pictures;
using SlrtBot.Browser.Tests.Stage;

if (args is not [var folder] || Chromium.WhyNot is not null)
{
#pragma warning disable RS0030 // A program of its own, run by hand.
    await Console.Error.WriteLineAsync(Chromium.WhyNot ?? "Name the folder for the pictures.");
#pragma warning restore RS0030
    return 2;
}

await using var album = new Album(folder);
await new Tour(album).RunAsync();
return 0;
