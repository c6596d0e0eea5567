using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WeChatBridge.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SecondThoughts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Reviews_FollowsUpId",
                table: "Reviews");

            migrationBuilder.AddColumn<long>(
                name: "AuthenticatorResetAt",
                table: "StaffMembers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AuthenticatorResetBy",
                table: "StaffMembers",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "FollowsUpRound",
                table: "Reviews",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "EnteredBy",
                table: "Delegations",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "DueFrom",
                table: "Articles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_FollowsUpId_FollowsUpRound",
                table: "Reviews",
                columns: new[] { "FollowsUpId", "FollowsUpRound" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Reviews_FollowsUpId_FollowsUpRound",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "AuthenticatorResetAt",
                table: "StaffMembers");

            migrationBuilder.DropColumn(
                name: "AuthenticatorResetBy",
                table: "StaffMembers");

            migrationBuilder.DropColumn(
                name: "FollowsUpRound",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "EnteredBy",
                table: "Delegations");

            migrationBuilder.DropColumn(
                name: "DueFrom",
                table: "Articles");

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_FollowsUpId",
                table: "Reviews",
                column: "FollowsUpId",
                unique: true);
        }
    }
}
