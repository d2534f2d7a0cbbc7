using System.Net;
using System.Net.Sockets;

namespace SlrtBot.Core.Kernel;

/// <summary>Who shares an address: what limits by address count by. Of IPv6 it is the /64 that a household has.</summary>
public static class Household
{
    private const int NetworkBytes = 8;

    /// <returns><see cref="IPAddress.None"/> where the caller has no address.</returns>
    public static IPAddress Of(IPAddress? address)
    {
        if (address is null)
        {
            return IPAddress.None;
        }

        if (address.IsIPv4MappedToIPv6 || address.AddressFamily == AddressFamily.InterNetwork)
        {
            return address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, NetworkBytes, bytes.Length - NetworkBytes);
        return new IPAddress(bytes);
    }
}
