using QRCoder;

namespace SlrtBot.Core.Kernel;

/// <summary>A link as a drawing that can be printed at any size.</summary>
public static class QrPicture
{
    private const int Module = 4;

    /// <returns>An <c>svg</c> element that fills its place. A quarter of the code may be dirty or torn.</returns>
    public static string Svg(string link)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(link, QRCodeGenerator.ECCLevel.Q);
        return new SvgQRCode(data).GetGraphic(Module, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
