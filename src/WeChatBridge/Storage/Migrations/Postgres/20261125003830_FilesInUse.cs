using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WeChatBridge.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FilesInUse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_RulePictures_FileHash",
                table: "RulePictures",
                column: "FileHash");

            migrationBuilder.CreateIndex(
                name: "IX_InboxParts_FileHash",
                table: "InboxParts",
                column: "FileHash");

            migrationBuilder.AddForeignKey(
                name: "FK_InboxParts_StoredFiles_FileHash",
                table: "InboxParts",
                column: "FileHash",
                principalTable: "StoredFiles",
                principalColumn: "Hash",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_RulePictures_StoredFiles_FileHash",
                table: "RulePictures",
                column: "FileHash",
                principalTable: "StoredFiles",
                principalColumn: "Hash",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_InboxParts_StoredFiles_FileHash",
                table: "InboxParts");

            migrationBuilder.DropForeignKey(
                name: "FK_RulePictures_StoredFiles_FileHash",
                table: "RulePictures");

            migrationBuilder.DropIndex(
                name: "IX_RulePictures_FileHash",
                table: "RulePictures");

            migrationBuilder.DropIndex(
                name: "IX_InboxParts_FileHash",
                table: "InboxParts");
        }
    }
}
