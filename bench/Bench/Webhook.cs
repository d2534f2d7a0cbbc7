using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SlrtBot.Bench;

/// <summary>Posts updates as Telegram does, over as many connections as there are answers waited for.</summary>
internal sealed class Webhook(Uri program) : IDisposable
{
    private readonly ConcurrentBag<Wire> _idle = [];
    private long _update = 870_000_000;

    /// <summary>Something typed, as an update of its own.</summary>
    public byte[] Says(Resident resident, string text)
    {
        var id = Interlocked.Increment(ref _update);
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"update_id":{{{id}}},"message":{"message_id":{{{id - 860_000_000}}},"from":{"id":{{{resident.Id}}},"is_bot":false,"first_name":"Siti","language_code":"id"},"chat":{"id":{{{resident.Id}}},"first_name":"Siti","type":"private"},"date":1790000000,"text":"{{{text}}}"}}"""));
    }

    /// <returns>Whether it was acknowledged; false also where nobody answered.</returns>
    public async Task<bool> PostAsync(byte[] update)
    {
        if (!_idle.TryTake(out var wire))
        {
            wire = new Wire(program);
        }

        try
        {
            var status = await wire.PostAsync(update).WaitAsync(TimeSpan.FromSeconds(20));
            _idle.Add(wire);
            return status == 200;
        }
        catch (Exception failure) when (failure is SocketException or IOException or TimeoutException)
        {
            wire.Dispose();
            return false;
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var wire))
        {
            wire.Dispose();
        }
    }

    /// <summary>
    /// One connection that is kept open. No more of HTTP than this needs: the generator shares its cores with what is
    /// measured, and a client for everything would take as much of them as a turn does.
    /// </summary>
    private sealed class Wire(Uri program) : IDisposable
    {
        private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        private readonly byte[] _buffer = new byte[16 * 1024];

        public async Task<int> PostAsync(byte[] update)
        {
            if (!_socket.Connected)
            {
                await _socket.ConnectAsync(program.Host, program.Port);
            }

            var head = Encoding.ASCII.GetBytes(string.Create(
                CultureInfo.InvariantCulture,
                $"POST /webhooks/telegram HTTP/1.1\r\nHost: {program.Authority}\r\nContent-Type: application/json\r\nX-Telegram-Bot-Api-Secret-Token: {BotProcess.Secret}\r\nContent-Length: {update.Length}\r\n\r\n"));
            head.CopyTo(_buffer, 0);
            update.CopyTo(_buffer, head.Length);
            await _socket.SendAsync(_buffer.AsMemory(0, head.Length + update.Length));
            return await ReadStatusAsync();
        }

        public void Dispose() => _socket.Dispose();

        /// <summary>The answers of the webhook have no body.</summary>
        private async Task<int> ReadStatusAsync()
        {
            for (var length = 0; length < _buffer.Length;)
            {
                var read = await _socket.ReceiveAsync(_buffer.AsMemory(length));
                if (read == 0)
                {
                    break;
                }

                length += read;
                if (_buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
                {
                    return int.Parse(_buffer.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
                }
            }

            throw new IOException("The connection was closed.");
        }
    }
}
