using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WeChatBridge.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReportChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Changed",
                table: "Reports",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Changed",
                table: "Reports");
        }
    }
}
