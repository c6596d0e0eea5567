using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WeChatBridge.Simulator.Api.Publishing;

/// <summary>The permanent address of an article that was published or mass-sent.</summary>
internal static class ArticleAddress
{
    /// <param name="messageDataId">Stands in the address as <c>mid</c>.</param>
    /// <param name="index">0 for the first article; the address counts from 1.</param>
    public static string Of(long messageDataId, int index)
    {
        var seed = string.Create(CultureInfo.InvariantCulture, $"{messageDataId}/{index}");
        var check = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 16));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"http://mp.weixin.qq.com/s?__biz=MzI0MDAwMDAwMA==&mid={messageDataId}&idx={index + 1}&sn={check}#rd");
    }
}
