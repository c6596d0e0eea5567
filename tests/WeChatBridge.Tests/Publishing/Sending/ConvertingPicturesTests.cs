using WeChatBridge.Publishing.Sending;

namespace WeChatBridge.Tests.Publishing.Sending;

public sealed class ConvertingPicturesTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(60, 40)]
    [InlineData(301, 203)]
    public void A_gif_keeps_every_pixel_as_png(int width, int height) =>
        ShouldKeepEveryPixel(SamplePictures.Gif(width, height, SamplePictures.IndexAt), width, height);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(61, 40)]
    public void A_bmp_keeps_every_pixel_as_png(int width, int height) =>
        ShouldKeepEveryPixel(SamplePictures.Bitmap(width, height, SamplePictures.IndexAt), width, height);

    [Fact]
    public void A_damaged_picture_is_refused_and_never_brings_anything_down()
    {
        var whole = SamplePictures.Gif(30, 20, SamplePictures.IndexAt);
        var bitmap = SamplePictures.Bitmap(30, 20, SamplePictures.IndexAt);
        for (var length = 6; length < whole.Length; length++)
        {
            Should.NotThrow(() => PictureBytes.For(PictureUse.Body, whole[..length]));
        }

        for (var at = 6; at < 60; at++)
        {
            foreach (var value in new byte[] { 0, 1, 0x7F, 0xFF })
            {
                Should.NotThrow(() => PictureBytes.For(PictureUse.Body, [.. whole[..at], value, .. whole[(at + 1)..]]));
                Should.NotThrow(() => PictureBytes.For(PictureUse.Body, [.. bitmap[..at], value, .. bitmap[(at + 1)..]]));
            }
        }

        PictureBytes.For(PictureUse.Body, bitmap[..100]).Refusal.ShouldNotBeNull();
    }

    private static void ShouldKeepEveryPixel(byte[] picture, int width, int height)
    {
        var converted = PictureBytes.For(PictureUse.Body, picture).Value;
        converted.SentType.ShouldBe("image/png");
        byte[] expected =
        [
            .. from y in Enumerable.Range(0, height)
               from x in Enumerable.Range(0, width)
               let colour = SamplePictures.Colours[SamplePictures.IndexAt(x, y)]
               from part in (byte[])[colour.Red, colour.Green, colour.Blue, 255]
               select part,
        ];
        SamplePictures.PixelsOf(converted.Sent).SequenceEqual(expected).ShouldBeTrue();
    }
}
