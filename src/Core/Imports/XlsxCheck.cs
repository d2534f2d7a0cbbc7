using System.IO.Compression;
using System.Xml;

namespace SlrtBot.Core.Imports;

/// <summary>
/// Looks into a workbook before anything else reads it: whole, of a size that can be read, without formulas (their results are
/// what somebody's program last computed, and no fact).
/// </summary>
internal static class XlsxCheck
{
    private const long LargestSheet = 1L << 30;

    /// <summary>Its texts are held in memory.</summary>
    private const long LargestTexts = 200L << 20;

    /// <summary>Sheets of a million equal rows pack about a hundred times; what packs better is made to burst.</summary>
    private const int MostPacked = 300;

    private const string Texts = "xl/sharedStrings.xml";

    /// <exception cref="UnreadableListException">It is none, or refused; says why.</exception>
    public static void Look(Stream file, CancellationToken cancellationToken)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry("xl/workbook.xml") is null)
            {
                throw new UnreadableListException("import_not_a_list");
            }

            foreach (var entry in zip.Entries)
            {
                var isSheet = entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal);
                if (entry.Length / Math.Max(1, entry.CompressedLength) > MostPacked && entry.Length > LargestTexts / 10)
                {
                    throw new UnreadableListException("import_bursting");
                }

                if (isSheet || entry.FullName == Texts)
                {
                    Read(entry, isSheet ? LargestSheet : LargestTexts, cancellationToken);
                }
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or XmlException or EndOfStreamException)
        {
            throw new UnreadableListException("import_cut_off");
        }
        finally
        {
            file.Position = 0;
        }
    }

    /// <summary>To its end, so that no entry is longer than it says.</summary>
    private static void Read(ZipArchiveEntry entry, long most, CancellationToken cancellationToken)
    {
        if (entry.Length > most)
        {
            throw new UnreadableListException("import_sheet_too_large");
        }

        using var content = new BoundedStream(entry.Open(), most);
        using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = true });
        string? cell = null;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "row")
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
            else if (xml.LocalName == "c")
            {
                cell = xml.GetAttribute("r");
            }
            else if (xml.LocalName == "f")
            {
                throw new UnreadableListException("import_formula", cell);
            }
        }
    }

    private sealed class BoundedStream(Stream inner, long most) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            _read += read;
            return _read > most ? throw new UnreadableListException("import_bursting") : read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
