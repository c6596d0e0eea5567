using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WeChatBridge.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FiguresAndStrikings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WebsiteSendings_AccountKey_Url",
                table: "WebsiteSendings");

            migrationBuilder.AddColumn<long>(
                name: "StruckAt",
                table: "WebsiteSendings",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StruckBy",
                table: "WebsiteSendings",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StruckReason",
                table: "WebsiteSendings",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsComplete",
                table: "SendingRounds",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "MadeAt",
                table: "SendingRounds",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "SendingRounds",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_WebsiteSendings_AccountKey_Url",
                table: "WebsiteSendings",
                columns: new[] { "AccountKey", "Url" },
                unique: true,
                filter: "\"StruckAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WebsiteSendings_AccountKey_Url",
                table: "WebsiteSendings");

            migrationBuilder.DropColumn(
                name: "StruckAt",
                table: "WebsiteSendings");

            migrationBuilder.DropColumn(
                name: "StruckBy",
                table: "WebsiteSendings");

            migrationBuilder.DropColumn(
                name: "StruckReason",
                table: "WebsiteSendings");

            migrationBuilder.DropColumn(
                name: "IsComplete",
                table: "SendingRounds");

            migrationBuilder.DropColumn(
                name: "MadeAt",
                table: "SendingRounds");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "SendingRounds");

            migrationBuilder.CreateIndex(
                name: "IX_WebsiteSendings_AccountKey_Url",
                table: "WebsiteSendings",
                columns: new[] { "AccountKey", "Url" },
                unique: true);
        }
    }
}
