using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>A port that leads to another one, until the line is cut: then nothing answers there, and calls under way break.</summary>
internal sealed class CuttableLine : IDisposable
{
    private readonly IPEndPoint _to;
    private readonly ConcurrentDictionary<TcpClient, bool> _open = new();
    private TcpListener _listener;

    public CuttableLine(string host, int port)
    {
        _to = new IPEndPoint(IPAddress.Parse(host), port);
        _listener = new TcpListener(IPAddress.Loopback, 0);
        Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    public int Port { get; }

    public void Cut()
    {
        _listener.Stop();
        foreach (var client in _open.Keys)
        {
            client.Client?.Close(0);
        }

        _open.Clear();
    }

    public void Mend()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        Start();
    }

    public void Dispose()
    {
        Cut();
        _listener.Dispose();
    }

    private void Start()
    {
        _listener.Start();
        _ = AcceptAsync(_listener);
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Nobody listens here any more.
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using var far = new TcpClient();
        try
        {
            _open[near] = true;
            await far.ConnectAsync(_to);
            _open[far] = true;
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
        }
        catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The line was cut, or one end hung up.
        }
        finally
        {
            _open.TryRemove(near, out _);
            _open.TryRemove(far, out _);
            near.Dispose();
        }
    }
}
