using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Forms;
using SlrtBot.Core.Imports;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Console.Pages.Registry;

/// <summary>Rows that were left out, written while they are read: as many as there are, and never all in memory.</summary>
internal sealed class WrongRowsResult(IReadOnlyList<string> headings, IEnumerable<WrongRow> rows, Func<Refusal, string> words, string toMend) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=\"perlu-diperbaiki.csv\"";
        await using var text = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await using var csv = CsvWriter.Create(text, new CsvWriterOptions { Separator = ';' }, leaveOpen: true);
        await csv.WriteRecordAsync([.. headings.Select(SheetCell.Plain), toMend], context.HttpContext.RequestAborted);
        foreach (var (row, problems) in rows)
        {
            await csv.WriteRecordAsync(
                [.. Enumerable.Range(0, headings.Count).Select(at => SheetCell.Plain(row.Row.At(at).Text)), string.Join("; ", problems.Select(words))], context.HttpContext.RequestAborted);
        }
    }
}
