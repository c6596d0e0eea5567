using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WeChatBridge.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PausesAndVersionsOverEachOther : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsWrittenOver",
                table: "Reviews",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "RefusalReason",
                table: "AccountSendings",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "RefusedAt",
                table: "AccountSendings",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsWrittenOver",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "RefusalReason",
                table: "AccountSendings");

            migrationBuilder.DropColumn(
                name: "RefusedAt",
                table: "AccountSendings");
        }
    }
}
