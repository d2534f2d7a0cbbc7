using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Lodging;

/// <summary>16-digit numbers that were written into messages: with the complaint, each once.</summary>
internal static class WrittenNumbers
{
    private const string Column = "written_numbers";

    public static void KeepNumbers(this Complaint complaint, IReadOnlyList<string> numbers, FieldCipher cipher)
    {
        if (numbers.Count > 0)
        {
            var before = cipher.OpenOptional(complaint.WrittenNumbers, Complaint.Table, complaint.Id, Column)?.Split('\n') ?? [];
            complaint.WrittenNumbers = cipher.Seal(string.Join('\n', before.Union(numbers)), Complaint.Table, complaint.Id, Column);
        }
    }
}
